package org.tidings.ui.compose;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.conversation.Conversations;
import org.tidings.feed.index.Byline;
import org.tidings.feed.ref.FeedId;

/// For whom a private message shall be, besides us: no more than one message has room for. Confined
/// to the screen thread.
public final class Recipients {
  /// So many the box1 format has room for, besides us; protocol 3.1.
  public static final int MOST = Conversations.MOST_OTHERS;

  private final ObservableList<Byline> chosen = FXCollections.observableArrayList();
  private final BooleanBinding full = Bindings.size(chosen).greaterThanOrEqualTo(MOST);

  public ObservableList<Byline> chosen() {
    return chosen;
  }

  /// Their ids, in the order in which they were chosen.
  public Set<FeedId> ids() {
    return chosen.stream().map(Byline::id).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Whether no more people have room.
  public ObservableBooleanValue fullProperty() {
    return full;
  }

  /// Starts from these.
  void reset(List<Byline> now) {
    chosen.setAll(now);
  }

  /// Takes somebody in, if there is room and they are not in already. Returns whether that was
  /// done.
  public boolean choose(Byline by) {
    boolean isNew = !full.get() && !ids().contains(by.id());
    if (isNew) {
      chosen.add(by);
    }
    return isNew;
  }

  public void remove(Byline by) {
    chosen.remove(by);
  }

  /// Takes the one chosen last out again.
  public void removeLast() {
    if (!chosen.isEmpty()) {
      chosen.removeLast();
    }
  }
}
