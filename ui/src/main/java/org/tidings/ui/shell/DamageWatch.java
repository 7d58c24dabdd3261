package org.tidings.ui.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.tidings.feed.event.FeedEvent;
import org.tidings.feed.event.Subscription;
import org.tidings.feed.told.Told;
import org.tidings.ui.common.EngineWords;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Requery;
import org.tidings.ui.common.Texts;
import org.tidings.ui.workspace.Workspace;

/// Tells above all screens that something on this disk is damaged, and what to do; once, until
/// there is more of it. Confined to the screen thread.
final class DamageWatch implements AutoCloseable {
  private final Workspace workspace;
  private final Requery<List<Told>> query;
  private final Subscription events;
  private List<Told> told = List.of();

  DamageWatch(Workspace workspace) {
    this.workspace = workspace;
    query = workspace.requery(() -> () -> workspace.feeds().doctor().met(), this::tell);
    events = workspace.follow(FeedEvent.FeedDamaged.class::isInstance, query::request);
    query.request();
  }

  private void tell(List<Told> met) {
    if (!met.equals(told)) {
      told = met;
      if (!met.isEmpty()) {
        String sentences = met.stream().map(EngineWords::of).collect(Collectors.joining(" "));
        workspace.notices().tell(Problem.of(sentences, Texts.of("damage.advice")));
      }
    }
  }

  @Override
  public void close() {
    events.close();
    query.close();
  }
}
