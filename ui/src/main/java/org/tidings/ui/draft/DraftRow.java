package org.tidings.ui.draft;

import java.util.Optional;
import org.tidings.feed.index.Times;
import org.tidings.ui.navigation.Place;

/// A draft in the list of them.
///
/// @param place where it is written on
/// @param where that is, for people
/// @param text empty where only pictures or files were added
/// @param changed when; empty where that is not known
public record DraftRow(Place place, String where, String text, Optional<Times> changed) {}
