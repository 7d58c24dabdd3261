package org.tidings.feed.content;

import org.tidings.feed.ref.MultiserverAddress;

/// The address of a pub. Protocol 8.3.
public record Pub(MultiserverAddress address) implements Content {}
