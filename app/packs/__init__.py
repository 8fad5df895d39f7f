"""The pack format: what a pack is, reading and writing it, and the library of packs on this PC."""
