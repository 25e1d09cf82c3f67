"""YouTube: streams and live chat by the Data API, within the units that Google gives a day."""
