package org.tidings.ui.compose;

import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.SourceSpan;

/// A block of code between fences, as it lies in a text. A value.
///
/// @param inside where its first line of code begins
/// @param outside where its last line of code has ended
/// @param opening the line that opens it
/// @param closing what closes it
record Fence(int inside, int outside, String opening, String closing) {
  static Fence of(FencedCodeBlock code, String text) {
    SourceSpan first = code.getSourceSpans().getFirst();
    SourceSpan last = code.getSourceSpans().getLast();
    int end = first.getInputIndex() + first.getLength();
    boolean isClosed = code.getClosingFenceLength() != null;
    return new Fence(
        end + 1,
        isClosed ? last.getInputIndex() : text.length(),
        text.substring(first.getInputIndex(), end),
        code.getFenceCharacter().repeat(code.getOpeningFenceLength()));
  }

  /// Whether what begins at `place` is code, or closes it.
  boolean isAround(int place) {
    return inside <= place && place <= outside;
  }
}
