meter-read-called = Meters read
meter-read-says = { $amount } read on the meter
meter-paid-called = The bill is paid
meter-paid-says = the bill paid: { $amount }
meter-street-called = Street
meter-street-says = living in: { $amount }
meter-colour-called = Colour of the box
meter-colour-says = a box that is: { $amount }
