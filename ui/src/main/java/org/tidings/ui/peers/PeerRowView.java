package org.tidings.ui.peers;

import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.replication.peer.Progress;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Focus;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Words;
import org.tidings.ui.peers.PeerRow.Standing;
import org.tidings.ui.peers.PeerRow.State;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.workspace.Workspace;

/// One peer: who it is, how it goes, and what may be done. Confined to the JavaFX thread.
final class PeerRowView extends WhoRow<PeerRow> {
  private final Workspace workspace;
  private final PeersViewModel model;
  private final Label standing = new Label();
  private final FlowText state = Words.of("", "peer-state");
  private final FlowText traffic = Words.of("", "peer-state");
  private final ProgressBar bar = new ProgressBar();
  private final FlowText underWay = Words.of("", "peer-state");
  private final VBox progress = new VBox(bar, underWay);
  private final Button follow;
  private final Button call;
  private final Button forget;
  private PeerRow row;

  PeerRowView(PeerRow row, Workspace workspace, PeersViewModel model) {
    super(workspace);
    this.row = row;
    this.workspace = workspace;
    this.model = model;
    follow = Buttons.plain("peers.follow", () -> this.row.peer().ifPresent(model::follow));
    call = Buttons.plain("peers.connect", () -> this.row.address().ifPresent(model::connect));
    forget =
        Buttons.icon(
            Feather.TRASH_2,
            "peers.forget",
            () -> this.row.address().ifPresent(at -> model.forget(this.row.name(), at)));
    standing.getStyleClass().add("chip");
    progress.getStyleClass().add("peer-progress");
    standing.setMinWidth(Region.USE_PREF_SIZE);
    say(standing, state, traffic, progress);
    offer(follow, call, forget);
    show(row);
  }

  private void rename(PeerRow next) {
    follow.setAccessibleText(Texts.of("peers.follow.name", next.name()));
    call.setAccessibleText(Texts.of("peers.connect.name", next.name()));
    forget.setAccessibleText(Texts.of("peers.forget.name", next.name()));
  }

  private static String words(Standing standing) {
    return switch (standing) {
      case FOLLOWED -> Texts.of("peers.following");
      case BLOCKED -> Texts.of("peers.blocked");
      case OURS -> Texts.of("standing.self");
      case NEITHER -> "";
    };
  }

  @Override
  public void show(PeerRow next) {
    row = next;
    show(next.by(), next.name());
    rename(next);
    Shown.when(next.standing() != Standing.NEITHER, standing);
    standing.setText(words(next.standing()));
    state.setText(
        PeerWords.of(
            next.state(), workspace.environment().clock().instant(), ZoneId.systemDefault()));
    allow(next.canBeFollowed() && mayFollow(next.state()) && !model.isRecommended(next), follow);
    show(next.state());
  }

  private void show(State now) {
    switch (now) {
      case State.Connected up -> {
        traffic.setText(PeerWords.traffic(up));
        show(up.progress());
      }
      case State.Failed failed -> call.setText(Texts.of("peers.tryNow"));
      case State.Nearby nearby -> call.setText(Texts.of("peers.connect"));
      case State.Connecting connecting -> {}
      case State.TurnedAway turnedAway -> {}
    }
    Shown.when(now instanceof State.Connected, traffic);
    Shown.when(now instanceof State.Connected up && up.progress().isSyncing(), progress);
    allow(mayCall(now), call);
    allow(now instanceof State.Failed failed && failed.canBeForgotten(), forget);
  }

  /// Whoever is at a button that goes away stays in its row.
  private void allow(boolean possible, Button button) {
    if (!possible && Focus.isIn(button)) {
      enter();
    }
    Shown.when(possible, button);
  }

  private void show(Progress.Snapshot now) {
    double all = (double) now.received() + now.missing();
    bar.setProgress(all == 0 ? 0 : now.received() / all);
    underWay.setText(PeerWords.underWay(now));
  }

  private boolean mayCall(State now) {
    boolean possible = row.address().isPresent() && row.standing() != Standing.BLOCKED;
    return switch (now) {
      case State.Nearby(boolean connected) -> possible && !connected;
      case State.Failed failed -> possible;
      case State.Connected up -> false;
      case State.Connecting call -> false;
      case State.TurnedAway turnedAway -> false;
    };
  }

  private static boolean mayFollow(State now) {
    return switch (now) {
      // Among the connections there is a row of theirs, too.
      case State.Nearby(boolean connected) -> !connected;
      case State.Connected up -> true;
      case State.Connecting call -> false;
      case State.Failed failed -> false;
      case State.TurnedAway turnedAway -> false;
    };
  }
}
