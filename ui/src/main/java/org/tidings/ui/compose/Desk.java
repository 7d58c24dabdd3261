package org.tidings.ui.compose;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.Workspace;

/// The texts being written in this window, and those about to be posted. Screens that show the same
/// place write the same text, and none is put away before it is on disk. Confined to the screen
/// thread.
public final class Desk implements AutoCloseable {
  private final Workspace workspace;
  private final Outgoing outgoing;
  private final Map<Destination, Sheet> sheets = new HashMap<>();

  /// A desk on which nothing waits to be posted.
  public Desk(Workspace workspace) {
    this(workspace, new Outgoing(workspace));
  }

  /// What waits to be posted may come from another desk, which is not used any more. What a crash
  /// kept from being posted is told of at once.
  public Desk(Workspace workspace, Outgoing outgoing) {
    this.workspace = workspace;
    this.outgoing = outgoing;
    outgoing.onRefused(this::bringBack);
    workspace.background().run(outgoing::recover, () -> {}, workspace.notices()::tell);
  }

  /// A text on the desk, and how many screens show it.
  private static final class Sheet {
    final ComposeViewModel model;
    int readers;

    Sheet(ComposeViewModel model) {
      this.model = model;
    }

    boolean isDone() {
      return readers == 0
          && model.draft().settledProperty().get()
          && model.attaching().busyProperty().get() == 0
          && !model.publishingProperty().get();
    }
  }

  /// The text for `destination`; to be put back by whoever took it.
  public ComposeViewModel take(Destination destination) {
    Sheet sheet = sheets.computeIfAbsent(destination, this::open);
    sheet.readers++;
    return sheet.model;
  }

  private Sheet open(Destination destination) {
    Sheet sheet = new Sheet(new ComposeViewModel(workspace, outgoing, destination));
    sheet.model.draft().settledProperty().subscribe((was, is) -> tidy(destination, sheet));
    sheet.model.attaching().busyProperty().subscribe((was, is) -> tidy(destination, sheet));
    sheet.model.publishingProperty().subscribe((was, is) -> tidy(destination, sheet));
    return sheet;
  }

  /// The screen that took the text for `destination` goes away.
  public void putBack(Destination destination) {
    Sheet sheet = sheets.get(destination);
    if (sheet != null) {
      sheet.readers--;
      sheet.model.draft().keep();
      tidy(destination, sheet);
    }
  }

  private void tidy(Destination destination, Sheet sheet) {
    if (sheet.isDone() && sheets.remove(destination, sheet)) {
      sheet.model.close();
    }
  }

  /// What is about to be posted.
  public Outgoing outgoing() {
    return outgoing;
  }

  /// Takes back what the person had posted last, while it waits. Returns whether something does.
  public boolean undo() {
    Optional<Waiting> newest = outgoing.newest();
    newest.ifPresent(this::undo);
    return newest.isPresent();
  }

  /// Takes this back to where it was written, and goes there.
  void undo(Waiting waiting) {
    workspace.navigator().go(waiting.written().at());
    bringBack(waiting);
  }

  /// Choosing other people for the private text of `from`, which goes along to the conversation
  /// with them.
  Readdressing readdressing(ComposeViewModel from) {
    Set<FeedId> readers = from.destination().readers().orElse(Set.of());
    return new Readdressing(
        workspace,
        readers,
        (others, over, done) ->
            carry(
                from,
                Destination.among(others),
                () -> {
                  over.run();
                  workspace.navigator().go(new Place.Conversation(others));
                },
                done));
  }

  /// What is written in `from`, which is from this desk, goes along to the text for `to`, unless
  /// nothing is, or it is on its way to be posted.
  public void carry(ComposeViewModel from, Destination to) {
    if (!from.isBlank() && !from.publishingProperty().get()) {
      carry(from, to, () -> {}, () -> {});
    }
  }

  /// Neither text is put away before.
  private void carry(ComposeViewModel from, Destination to, Runnable over, Runnable done) {
    take(from.destination());
    take(to)
        .takeOver(
            from,
            over,
            () -> {
              putBack(to);
              putBack(from.destination());
              done.run();
            });
  }

  private void bringBack(Waiting waiting) {
    Destination destination = waiting.written().destination();
    take(destination).takeBack(waiting, () -> putBack(destination));
  }

  /// Signs what waits to be posted.
  @Override
  public void close() {
    outgoing.close();
  }
}
