package org.tidings.ui.peers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.tidings.feed.graph.Relationship;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.Times;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.TimeLabel;
import org.tidings.ui.control.Words;
import org.tidings.ui.profile.FollowedBy;
import org.tidings.ui.profile.Standing;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.workspace.Workspace;

/// Somebody who called us: who that is and when it was, who knows them, and what the person
/// may answer. Confined to the JavaFX thread.
final class RequestRowView extends WhoRow<RequestRow> {
  private final Workspace workspace;
  private final StackPane when = new StackPane();
  private final FlowText known = Words.of("", "peer-state");
  private final Button follow;
  private final Button block;
  private final Button ignore;
  private RequestRow row;

  RequestRowView(RequestRow row, Workspace workspace, PeersViewModel model) {
    super(workspace);
    this.row = row;
    this.workspace = workspace;
    FeedId id = row.who().shown().id();
    follow = Buttons.plain("peers.follow", () -> model.follow(id));
    block = Buttons.plain("peers.block", () -> model.block(this.row.who().shown()));
    ignore = Buttons.plain("peers.ignore", () -> model.ignore(id));
    FlowPane buttons = new FlowPane(follow, block, ignore);
    buttons.getStyleClass().add("request-buttons");
    say(when, new NameLabel(id.toString(), "peer-id"), known, buttons);
    getStyleClass().add("request-row");
    show(row);
  }

  @Override
  public void show(RequestRow next) {
    row = next;
    Byline by = next.who().shown();
    show(Optional.of(by), by.name());
    follow.setAccessibleText(Texts.of("peers.follow.name", by.name()));
    block.setAccessibleText(Texts.of("peers.block.name", by.name()));
    ignore.setAccessibleText(Texts.of("peers.ignore.name", by.name()));
    when.getChildren().setAll(when(next));
    known.setText(known(next));
  }

  private Node when(RequestRow next) {
    if (next.connected()) {
      Label now = new Label(Texts.of("peers.request.now"));
      now.getStyleClass().add("chip");
      now.setMinWidth(USE_PREF_SIZE);
      return now;
    }
    Times called = new Times(next.calledMs(), next.calledMs(), 0);
    return new TimeLabel(called, workspace.environment().clock());
  }

  private static String known(RequestRow next) {
    Optional<String> followsUs =
        Optional.of(next.who().relationship()).filter(Relationship::followsUs).map(Standing::of);
    Optional<String> friends = FollowedBy.of(next.who().inCommon());
    List<String> words = Stream.of(followsUs, friends).flatMap(Optional::stream).toList();
    return words.isEmpty() ? Texts.of("peers.request.nobody") : String.join("  ·  ", words);
  }
}
