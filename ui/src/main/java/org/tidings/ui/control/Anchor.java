package org.tidings.ui.control;

import java.util.function.IntConsumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;
import org.tidings.ui.common.FxThread;

/// Leaves what is read in a list where it stands while rows come and go above it; a list by itself
/// would leave its place and move what is read. Whoever is at its beginning sees what comes there,
/// whoever is led to its end what comes there meanwhile. Confined to the JavaFX thread.
final class Anchor {
  private static final int NONE = -1;
  private static final int TRIES = 5;

  private final ListView<?> list;
  private final IntConsumer scroll;

  /// The row that was first in view, by its number among those that are there now.
  private int row = NONE;

  /// How far down it stands.
  private double top;

  /// Whether the person was led to the end and has not gone elsewhere.
  private boolean isAtEnd;

  /// How often the last row is still tried to be brought into view.
  private int triesToEnd;

  /// @param scroll puts a row at the upper end, by the rows that are there now
  Anchor(ListView<?> list, IntConsumer scroll) {
    this.list = list;
    this.scroll = scroll;
  }

  /// The list has changed, and does not show it yet.
  void follow(ListChangeListener.Change<?> change) {
    while (change.next()) {
      int more = change.getAddedSize() - change.getRemovedSize();
      if (more != 0 && isAboveWhatIsRead(change.getFrom() + change.getRemovedSize())) {
        hold(more);
      }
    }
  }

  private boolean isAboveWhatIsRead(int end) {
    if (row != NONE) {
      return end <= row;
    }
    IndexedCell<?> first = first();
    return first != null && end <= first.getIndex() && (first.getIndex() > 0 || top(first) < -1);
  }

  /// So many more rows have come above what is read.
  void hold(int more) {
    IndexedCell<?> first = first();
    if (row == NONE && first != null) {
      row = first.getIndex();
      top = top(first);
      FxThread.soon(this::bringBack);
    }
    if (row != NONE) {
      row += more;
    }
  }

  /// The person is led elsewhere.
  void release() {
    row = NONE;
    leaveEnd();
  }

  /// The person goes elsewhere.
  void leaveEnd() {
    isAtEnd = false;
    triesToEnd = 0;
  }

  /// Brings the last row into view, also one that comes before that is done.
  void toEnd() {
    row = NONE;
    isAtEnd = true;
    if (triesToEnd == 0) {
      // While the list tells of a change, the rows do not know of it yet.
      FxThread.soon(this::towardsEnd);
    }
    triesToEnd = TRIES;
  }

  boolean isAtEnd() {
    return isAtEnd;
  }

  private void towardsEnd() {
    if (triesToEnd > 0 && !list.getItems().isEmpty()) {
      triesToEnd--;
      scroll.accept(list.getItems().size() - 1);
      list.requestLayout();
      NextLayout.after(list, this::lookForEnd);
    } else {
      triesToEnd = 0;
    }
  }

  private void lookForEnd() {
    VirtualFlow<?> flow = flow();
    IndexedCell<?> last = flow == null ? null : flow.getVisibleCell(list.getItems().size() - 1);
    if (last != null && top(last) + last.getHeight() <= list.getHeight() + 1) {
      triesToEnd = 0;
    } else {
      towardsEnd();
    }
  }

  private void bringBack() {
    if (row != NONE) {
      scroll.accept(row);
      NextLayout.after(list, () -> settle(TRIES));
    }
  }

  /// The list guesses how high it is as a whole, scrolls no further than that, and knows better
  /// after each layout.
  private void settle(int tries) {
    VirtualFlow<?> flow = flow();
    IndexedCell<?> back = row == NONE || flow == null ? null : flow.getVisibleCell(row);
    if (flow == null || back == null) {
      row = NONE;
      return;
    }
    flow.scrollPixels(top(back) - top);
    if (tries > 0 && Math.abs(top(back) - top) > 1) {
      list.requestLayout();
      NextLayout.after(list, () -> settle(tries - 1));
    } else {
      row = NONE;
    }
  }

  private @Nullable IndexedCell<?> first() {
    VirtualFlow<?> flow = flow();
    return flow == null ? null : flow.getFirstVisibleCell();
  }

  private @Nullable VirtualFlow<?> flow() {
    return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
  }

  private double top(Node cell) {
    return list.sceneToLocal(cell.localToScene(0, 0)).getY();
  }
}
