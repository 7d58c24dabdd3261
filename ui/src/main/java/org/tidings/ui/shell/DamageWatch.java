package org.tidings.ui.shell;

import java.util.Optional;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Requery;
import org.tidings.ui.common.Texts;
import org.tidings.ui.workspace.Workspace;

/// Tells above all screens that something on this disk is damaged, and what to do; once, until
/// there is more of it. Confined to the screen thread.
final class DamageWatch implements AutoCloseable {
  private final Workspace workspace;
  private final Requery<Optional<String>> query;
  private final Subscription events;
  private Optional<String> told = Optional.empty();

  DamageWatch(Workspace workspace) {
    this.workspace = workspace;
    query =
        new Requery<>(
            workspace.background(),
            () -> () -> workspace.feeds().doctor().met(),
            this::tell,
            workspace.notices()::tell);
    events = workspace.follow(FeedEvent.FeedDamaged.class::isInstance, query::request);
    query.request();
  }

  private void tell(Optional<String> met) {
    if (!met.equals(told)) {
      told = met;
      met.map(sentence -> Problem.of(sentence, Texts.of("damage.advice")))
          .ifPresent(workspace.notices()::tell);
    }
  }

  @Override
  public void close() {
    events.close();
    query.close();
  }
}
