package org.tidings.ui.peers;

import org.tidings.feed.index.Acquaintance;

/// Somebody who called us though we do not follow them.
///
/// @param calledMs when they last did, epoch milliseconds
/// @param connected whether they are connected now
public record RequestRow(Acquaintance who, long calledMs, boolean connected) {}
