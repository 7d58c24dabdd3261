package org.tidings.ui.workspace;

import org.tidings.feed.Feeds;
import org.tidings.replication.Replication;

/// What the window shows and works on.
public record WindowServices(Feeds feeds, Replication replication) {}
