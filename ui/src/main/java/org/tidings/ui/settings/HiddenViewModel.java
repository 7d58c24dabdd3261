package org.tidings.ui.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tidings.feed.Feeds;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.PostView;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.Requery;
import org.tidings.ui.workspace.Workspace;

/// What the person would rather not come across: words, threads, people. Confined to the screen
/// thread.
public final class HiddenViewModel implements AutoCloseable {
  private final ReadOnlyObjectWrapper<Hidden> hidden =
      new ReadOnlyObjectWrapper<>(new Hidden(List.of(), List.of(), List.of(), List.of()));
  private final StringProperty typed = new SimpleStringProperty("");
  private final Workspace workspace;
  private final Requery<Hidden> query;
  private final Subscription events;

  /// A thread that tells of nothing new.
  ///
  /// @param opening the post it began with; empty where that cannot be shown
  public record QuietThread(MessageId root, Optional<PostView> opening) {}

  /// People by name, words by the alphabet.
  public record Hidden(
      List<String> words, List<QuietThread> threads, List<Byline> muted, List<Byline> blocked) {
    public Hidden {
      words = List.copyOf(words);
      threads = List.copyOf(threads);
      muted = List.copyOf(muted);
      blocked = List.copyOf(blocked);
    }
  }

  public HiddenViewModel(Workspace workspace) {
    this.workspace = workspace;
    query = workspace.requery(() -> () -> find(workspace.feeds()), hidden::set);
    events = workspace.follow(FeedEvent.GraphChanged.class::isInstance, query::request);
    query.request();
  }

  private static Hidden find(Feeds feeds) {
    List<FeedId> blocked =
        feeds.graph().known().entrySet().stream()
            .filter(known -> known.getValue().isBlocked())
            .map(Map.Entry::getKey)
            .toList();
    List<QuietThread> threads =
        feeds.mutes().threads().stream()
            .map(root -> new QuietThread(root, feeds.threads().post(root)))
            .toList();
    return new Hidden(
        feeds.hiddenWords().all(),
        threads,
        named(feeds, feeds.mutes().feeds()),
        named(feeds, blocked));
  }

  private static List<Byline> named(Feeds feeds, Collection<FeedId> ids) {
    return feeds.profiles().bylines(ids).values().stream()
        .sorted(Comparator.comparing(Byline::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  public ReadOnlyObjectProperty<Hidden> hiddenProperty() {
    return hidden.getReadOnlyProperty();
  }

  /// What stands where a word to hide is typed.
  public StringProperty typedProperty() {
    return typed;
  }

  /// Hides the word that was typed, or several that follow each other.
  public void hide() {
    String word = typed.get();
    if (!word.isBlank()) {
      workspace
          .background()
          .ask(
              () -> workspace.feeds().hiddenWords().add(word),
              this::hidden,
              workspace.notices()::tell);
    }
  }

  private void hidden(boolean taken) {
    if (taken) {
      typed.set("");
    }
  }

  /// Hides this word no more.
  public void show(String word) {
    change(() -> workspace.feeds().hiddenWords().remove(word));
  }

  /// Has a thread tell again of what is new in it.
  public void unmute(MessageId thread) {
    change(() -> workspace.feeds().mutes().unmute(thread));
  }

  private void change(Background.Work change) {
    workspace.background().run(change, () -> {}, workspace.notices()::tell);
  }

  @Override
  public void close() {
    events.close();
    query.close();
  }
}
