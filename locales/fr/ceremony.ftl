rehearsal = RÉPÉTITION, PAS LE TIRAGE
