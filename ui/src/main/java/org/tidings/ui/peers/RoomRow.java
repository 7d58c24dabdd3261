package org.tidings.ui.peers;

import org.tidings.feed.ref.FeedId;

/// A room in the list of rooms.
///
/// @param name what it calls itself
/// @param entered whether we are there now
/// @param others how many others are there
public record RoomRow(FeedId id, String name, boolean entered, int others) {}
