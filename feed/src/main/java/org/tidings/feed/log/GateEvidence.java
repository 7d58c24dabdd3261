package org.tidings.feed.log;

import org.tidings.feed.local.GateNote;
import org.tidings.feed.local.Witness;

/// What the publishing gate judges by when the store opens.
///
/// @param note what it left on disk
/// @param witness remembers outside the data folder how far our feed was let out
/// @param mark by what the database file is known now
/// @param acquaintances whose word counts
/// @param newest our newest messages, which are read back before anything is built on them
public record GateEvidence(
    GateNote note, Witness witness, String mark, Acquaintances acquaintances, OwnTail newest) {}
