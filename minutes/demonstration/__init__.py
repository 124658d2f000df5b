"""An invented region with two years of meetings, to try Paragraf on and to test it with."""
