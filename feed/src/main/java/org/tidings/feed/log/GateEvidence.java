package org.tidings.feed.log;

import java.util.Set;
import java.util.function.Supplier;
import org.tidings.feed.local.GateNote;
import org.tidings.feed.local.Witness;
import org.tidings.feed.message.MessageVerifier;
import org.tidings.feed.ref.FeedId;

/// What the publishing gate judges by when the store opens.
///
/// @param note what it left on disk
/// @param witness remembers outside the data folder how far our feed was let out
/// @param mark by what the database file is known now
/// @param knownPeers whom we have an address of
/// @param verifier judges our own newest messages as they are read back from disk
public record GateEvidence(
    GateNote note,
    Witness witness,
    String mark,
    Supplier<Set<FeedId>> knownPeers,
    MessageVerifier verifier) {}
