meter-read-called = Odečty
meter-read-says = odečtů: { $amount }
meter-paid-called = Účet je zaplacený
meter-paid-says = zaplacený účet: { $amount }
meter-street-called = Ulice
meter-street-says = ulice: { $amount }
meter-colour-called = Barva skříňky
meter-colour-says = barva skříňky: { $amount }
