package org.tidings.ui.peers;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.BesideOrBelow;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.FlowButton;
import org.tidings.ui.control.Shown;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.workspace.Workspace;

/// How things stand in one sentence, and the next step worth taking, with another one at most.
/// Confined to the JavaFX thread.
final class SituationCard extends StackPane {
  private final Workspace workspace;
  private final PeersViewModel model;
  private final Runnable enterAddress;
  private final Lamp lamp = new Lamp();
  private final FlowText sentence = new FlowText();
  private final FlowText advice = new FlowText();
  private final Button action = new FlowButton();
  private final Button invite;
  private String ways = "";

  /// @param enterAddress brings the person to where addresses are typed
  SituationCard(Workspace workspace, PeersViewModel model, Runnable enterAddress) {
    this.workspace = workspace;
    this.model = model;
    this.enterAddress = enterAddress;
    sentence.getStyleClass().add("situation-sentence");
    advice.getStyleClass().add("hint-text");
    VBox words = new VBox(sentence, advice);
    words.getStyleClass().add("situation-words");
    action.getStyleClass().add("accent");
    action.setMinWidth(0);
    invite = Buttons.plain("situation.nobody.action", enterAddress);
    action.setMaxWidth(Double.MAX_VALUE);
    invite.setMaxWidth(Double.MAX_VALUE);
    VBox steps = new VBox(action, invite);
    steps.getStyleClass().add("situation-steps");
    HBox.setHgrow(words, Priority.ALWAYS);
    StackPane light = new StackPane(lamp);
    light.getStyleClass().add("situation-light");
    HBox said = new HBox(light, words);
    said.getStyleClass().add("situation");
    getChildren().setAll(new BesideOrBelow(said, steps));
    getStyleClass().add("card");
  }

  /// @param limits what is said besides about the ways to others
  void show(Situation situation, Optional<String> limits) {
    ways = limits.map(limit -> " " + limit).orElse("");
    switch (situation) {
      case Situation.Offline offline -> {
        tell(Light.ALONE, "situation.offline");
        offer("situation.offline", () -> workspace.navigator().go(new Place.Compose()));
      }
      case Situation.NobodyKnown nobody -> {
        tell(Light.ALONE, "situation.nobody");
        offer("situation.nobody", enterAddress);
      }
      case Situation.BeforeFirstPost first -> {
        tell(Light.ALONE, "situation.first");
        offer("situation.first", () -> workspace.navigator().go(new Place.Compose()));
        Shown.when(true, invite);
      }
      case Situation.SomebodyNearby(PeerRow who, int people) -> {
        tell(Light.TRYING, "situation.nearby", people, who.name());
        offer("situation.nearby", () -> who.address().ifPresent(model::connect));
      }
      case Situation.Calling(String name) -> tell(Light.TRYING, "situation.calling", name);
      case Situation.RoomEmpty(PeerRow room) -> {
        tell(Light.TRYING, "situation.room", room.name());
        offer("situation.room", () -> room.peer().ifPresent(this::openRoom));
      }
      case Situation.NobodyAnswers(var addresses) -> {
        tell(Light.ALONE, "situation.unanswered", addresses.size());
        offer("situation.unanswered", () -> model.connectAll(addresses));
      }
      case Situation.AmongStrangers(PeerRow who, int people) -> {
        tell(Light.CONNECTED, "situation.strangers", people, who.name());
        offer("situation.strangers", () -> who.peer().ifPresent(model::follow));
      }
      case Situation.HangingOnOne(String name, var others) -> {
        tell(Light.CONNECTED, "situation.one", name);
        if (others.isEmpty()) {
          offer("situation.nobody", enterAddress);
        } else {
          offer("situation.one", () -> model.connectAll(others));
        }
      }
      case Situation.Connected(String name, int people) -> {
        tell(Light.CONNECTED, "situation.connected", people, name);
        offer("situation.connected", () -> workspace.navigator().go(new Place.Home()));
      }
    }
  }

  private void openRoom(FeedId room) {
    workspace.navigator().go(new Place.Room(room));
  }

  private void tell(Light light, String key, Object... values) {
    lamp.show(light);
    sentence.setText(Texts.of(key + ".sentence", values) + ways);
    advice.setText(Texts.of(key + ".text", values));
    Shown.when(false, action);
    Shown.when(false, invite);
  }

  private void offer(String key, Runnable step) {
    action.setText(Texts.of(key + ".action"));
    action.setOnAction(event -> step.run());
    Shown.when(true, action);
  }
}
