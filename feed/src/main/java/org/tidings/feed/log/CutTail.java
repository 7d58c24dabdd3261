package org.tidings.feed.log;

/// What came of newest messages of our own that could not be read back and that nobody else has.
///
/// @param messages how many were cut off
/// @param texts how many of their texts could be read, and are drafts again
/// @param file in the data folder, with what is left of all of them
public record CutTail(long messages, long texts, String file) {

  /// What was done, what is safe and what is lost, for people.
  public String sentence() {
    return ("The last entries of your own feed (%d) could not be read back from this disk. They had"
            + " never left it, so your feed now ends before them, and posting goes on. What is left"
            + " of them is kept in %s; texts that are drafts again: %d.")
        .formatted(messages, file, texts);
  }
}
