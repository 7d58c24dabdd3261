package org.tidings.ui.notification;

import org.tidings.ui.desktop.NotificationKind;

/// Up to which numbers of arrival everything was told. Private messages are read some time after
/// they came, when others that came later may have been told: they have a number of their own.
/// Immutable.
record Told(long openly, long privately) {
  Told with(NewsItem item) {
    return item.kind() == NotificationKind.PRIVATE
        ? new Told(openly, Math.max(privately, item.arrival()))
        : new Told(Math.max(openly, item.arrival()), privately);
  }
}
