package org.tidings.feed.log;

import org.tidings.feed.local.GateNote;
import org.tidings.feed.local.Witness;
import org.tidings.feed.message.MessageVerifier;

/// What the publishing gate judges by when the store opens.
///
/// @param note what it left on disk
/// @param witness remembers outside the data folder how far our feed was let out
/// @param mark by what the database file is known now
/// @param acquaintances whose word counts
/// @param verifier judges our own newest messages as they are read back from disk
public record GateEvidence(
    GateNote note,
    Witness witness,
    String mark,
    Acquaintances acquaintances,
    MessageVerifier verifier) {}
