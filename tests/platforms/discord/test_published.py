"""How requests and answers are held against Discord's description, with a small one of our own."""

import pytest

from tests.platforms.discord.published import Published
from tests.platforms.discord.server import Server, serving

CUP = {"type": "object", "properties": {"sips": {"type": "integer"}}, "required": ["sips"]}
BODY = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Cup"}}}}
REFUSED = {"content": {"application/json": {"schema": {"type": "object", "required": ["code"]}}}}
DESCRIPTION = Published(
    {
        "paths": {
            "/cups/{cup_id}": {
                "put": {
                    "requestBody": BODY,
                    "responses": {"200": BODY, "204": {}, "4XX": {"$ref": "#/components/responses/Refused"}},
                }
            }
        },
        "components": {"schemas": {"Cup": CUP}, "responses": {"Refused": REFUSED}},
    }
)


@pytest.mark.parametrize("status", [200, 404, 502])
def test_what_fits_has_no_fault(status: int) -> None:
    assert DESCRIPTION.request_faults("PUT", "/cups/7", {"sips": 3}) == []
    assert DESCRIPTION.answer_faults("PUT", "/cups/7", status, {"sips": 3, "code": 0}) == []
    assert DESCRIPTION.answer_faults("PUT", "/cups/7", 204, None) == []


def test_what_does_not_fit_is_named() -> None:
    assert DESCRIPTION.request_faults("PUT", "/cups/7", {"sips": "a few"}) == [
        "PUT /cups/7: $.sips: 'a few' is not of type 'integer'"
    ]
    assert DESCRIPTION.request_faults("GET", "/cups/7", {}) == ["GET /cups/7: not described"]
    answers = [(200, {}), (204, {}), (404, {"message": "no"}), (302, {})]
    assert [DESCRIPTION.answer_faults("PUT", "/cups/7", status, said) for status, said in answers] == [
        ["PUT /cups/7 200: $: 'sips' is a required property"],
        ["PUT /cups/7: 204 has no body"],
        ["PUT /cups/7 404: $: 'code' is a required property"],
        ["PUT /cups/7: 302 is no answer to it"],
    ]


async def test_whatever_does_not_fit_fails_the_test_that_made_it() -> None:
    with pytest.raises(AssertionError, match="sips is missing"):
        async with serving(Server()) as server:
            server.misfits.append("sips is missing")
