package org.tidings.ui.notification;

import org.tidings.ui.desktop.NotificationKind;
import org.tidings.ui.navigation.Place;

/// One thing that came.
///
/// @param who did it, as they are called
/// @param words what they wrote, shortened; may be empty
/// @param place where it is to be seen
/// @param arrival when it came among all that is stored; what came later has a higher number
record NewsItem(NotificationKind kind, String who, String words, Place place, long arrival) {}
