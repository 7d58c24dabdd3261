package org.tidings.ui.activity;

import org.tidings.feed.activity.ActivityItem;

/// One thing others did.
///
/// @param isNew whether the person had not seen it when they came
public record ActivityRow(ActivityItem item, boolean isNew) {}
