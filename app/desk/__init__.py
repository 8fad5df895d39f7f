"""What lies on somebody's desk: one object a capability, each wiring a screen, the browser and what is practised.

It is given what it wires, knows nothing of the window, and whoever makes it connects its signals in one place.
"""
