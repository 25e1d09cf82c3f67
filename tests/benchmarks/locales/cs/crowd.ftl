crowd-thanks = Díky, že tu jsi, { $name }. { $streams_attended ->
    [one] Máš za sebou { $streams_attended } stream.
    [few] Máš za sebou { $streams_attended } streamy.
   *[other] Máš za sebou { $streams_attended } streamů.
}
crowd-remind = Připomeň mi to
crowd-less = Méně takových zpráv
