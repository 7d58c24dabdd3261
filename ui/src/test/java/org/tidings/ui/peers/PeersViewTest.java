package org.tidings.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.replication.peer.PeerSession;
import org.tidings.replication.peer.Progress;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.NetAddress;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Focus;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.peers.PeerRow.Standing;
import org.tidings.ui.sync.SyncViewModel;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;
import org.tidings.ui.workspace.TestWorkspace;

class PeersViewTest {
  /// Of the smallest window, beside the rail.
  private static final double SMALLEST = 551;

  private TestWorkspace test;
  private static final int WIDTH = 800;

  private Stage stage;
  private volatile List<String> strangers = List.of("ada", "bo");
  private volatile Standing jonas = Standing.NEITHER;

  /// Whether whatever is asked for takes for ever.
  private volatile boolean slow;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, this::work, FxThread::run);
    stage = Fx.get(this::shown);
    Fx.settle();
  }

  private void work(Runnable question) {
    if (!slow) {
      question.run();
    }
  }

  private Peers peers() {
    SomePeers some =
        new SomePeers(test.temp().clock().instant())
            .nearby("健二", Standing.FOLLOWED, true)
            .nearby("jonas", jonas, false);
    strangers.forEach(name -> some.request(name, Duration.ofHours(2), false));
    for (int i = 0; i < 20; i++) {
      some.failed("Somebody " + i, Failure.TIMEOUT, Duration.ofMinutes(2));
    }
    return some.peers();
  }

  private Stage shown() {
    Stage shown = new Stage();
    shown.setScene(scene(this::peers, WIDTH));
    shown.show();
    return shown;
  }

  private Scene scene(Callable<Peers> peers, double width) {
    PeersViewModel model = new PeersViewModel(test.workspace(), peers);
    SyncViewModel sync = new SyncViewModel(test.workspace());
    return new Scene(PeersView.screen(test.workspace(), model, sync).content(), width, 400);
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
    test.close();
  }

  @Test
  void whoFollowsTheLastOneNearbyStaysWhereTheyAre() {
    Button follow = Fx.get(() -> button("Follow jonas"));
    Node row = Fx.get(() -> row(follow));
    ScrollPane column = Fx.get(() -> (ScrollPane) stage.getScene().lookup(".scroll-column"));
    Fx.run(follow::requestFocus);
    Fx.settle();
    double before = Fx.get(column::getVvalue);
    jonas = Standing.FOLLOWED;
    Fx.run(follow::fire);
    Fx.settle();
    assertThat(Fx.get(follow::isVisible)).isFalse();
    assertThat(Fx.get(() -> Focus.isIn(row))).isTrue();
    assertThat(Fx.get(column::getVvalue)).isEqualTo(before);
  }

  @Test
  void whoIgnoresAStrangerComesToTheNextOneAndThenToWhatFollows() {
    Button ignore = Fx.get(() -> button("Ignore ada"));
    Fx.run(ignore::requestFocus);
    strangers = List.of("bo");
    Fx.run(ignore::fire);
    Fx.settle();
    assertThat(Fx.get(() -> ignore.getScene())).isNull();
    assertThat(Fx.get(() -> Focus.isIn(row(button("Ignore bo"))))).isTrue();
    strangers = List.of();
    Fx.run(() -> button("Ignore bo").fire());
    Fx.settle();
    assertThat(Fx.get(() -> Focus.isIn(row(button("Follow jonas"))))).isFalse();
    assertThat(Fx.get(() -> stage.getScene().getFocusOwner().getAccessibleText())).isEqualTo("健二");
    assertThat(Fx.get(() -> stage.getScene().getRoot().lookup(".request-row"))).isNull();
  }

  @Test
  void aRowIsNoHigherThanWhatStandsInIt() {
    Fx.run(() -> new Theme(stage.getScene()).show(ThemeChoice.LIGHT, 100));
    Fx.settle();
    double plain = Fx.get(() -> place(row(stage.getScene().lookup(".chip"))).getHeight());
    assertThat(Fx.get(() -> place(row(button("Follow jonas"))).getHeight())).isEqualTo(plain);
  }

  @Test
  void peersStandBelowTheWayByWhichTheyAreReached() {
    Progress.Snapshot none = new Progress.Snapshot(0, 0, 0, false, List.of());
    Peers all =
        new SomePeers(test.temp().clock().instant())
            .calling("Ines")
            .pub("The pub", none)
            .connected("Amira", Standing.FOLLOWED, PeerSession.Path.TUNNEL, none)
            .connected("Mara", Standing.FOLLOWED, PeerSession.Path.LAN, none)
            .peers();
    Fx.run(() -> stage.setScene(scene(() -> all, WIDTH)));
    Fx.settle();
    List<String> said =
        Fx.get(
            () ->
                List.copyOf(stage.getScene().getRoot().lookupAll(".found-title")).stream()
                    .filter(Node::isVisible)
                    .map(node -> ((Labeled) node).getText())
                    .toList());
    assertThat(said).containsExactly("On the same network", "Through rooms", "Pubs", "Directly");
    assertThat(all.connections())
        .extracting(PeerRow::way)
        .containsExactly(PeerRow.Way.DIRECT, PeerRow.Way.PUB, PeerRow.Way.ROOM, PeerRow.Way.NEARBY);
  }

  @Test
  void nothingReachesPastItsRowHoweverLargeTheText() {
    Texts.speak(Language.ARABIC);
    Peers syncing =
        new SomePeers(test.temp().clock().instant())
            .connected(
                "Mara",
                Standing.FOLLOWED,
                PeerSession.Path.LAN,
                new Progress.Snapshot(1_204, 31, 3_796, true, List.of()))
            .peers();
    Fx.run(
        () -> {
          stage.setScene(scene(() -> syncing, SMALLEST));
          stage.setWidth(SMALLEST);
          new Theme(stage.getScene()).show(ThemeChoice.LIGHT, 200);
        });
    Fx.settle();
    Texts.speak(Language.ENGLISH);
    Bounds row = Fx.get(() -> place(stage.getScene().lookup(".peer-row")));
    List<Bounds> said =
        Fx.get(
            () ->
                stage.getScene().getRoot().lookupAll(".peer-row .peer-state").stream()
                    .map(PeersViewTest::place)
                    .toList());
    assertThat(said).isNotEmpty().allMatch(words -> words.getMaxX() <= row.getMaxX() + 1);
  }

  @Test
  void whoHasOurKeyIsSaidToBeUs() {
    jonas = Standing.OURS;
    Fx.run(() -> stage.setScene(scene(this::peers, WIDTH)));
    Fx.settle();
    List<String> said =
        Fx.get(
            () ->
                List.copyOf(stage.getScene().getRoot().lookupAll(".chip")).stream()
                    .filter(Node::isVisible)
                    .map(chip -> ((Labeled) chip).getText())
                    .toList());
    assertThat(said).contains("This is you");
    assertThat(Fx.get(() -> button("Follow jonas").isVisible())).isFalse();
  }

  @Test
  void anInviteThatIsBroughtWhileAnotherIsTriedWaitsForItsEnd() {
    String tried = new NetAddress("127.0.0.1", 8008, SomeKeys.of("Ada").publicKey()).toString();
    TextField field = Fx.get(() -> (TextField) stage.getScene().lookup("#peer-address"));
    Button stop = Fx.get(() -> (Button) stage.getScene().lookup("#peer-stop"));
    slow = true;
    Fx.run(
        () -> {
          field.setText(tried);
          field.fireEvent(new ActionEvent());
          test.workspace().navigator().bring(new Place.Peers(), "the next one");
        });
    Fx.settle();
    assertThat(Fx.get(stop::isVisible)).isTrue();
    assertThat(Fx.get(() -> field.getText())).isEqualTo(tried);
    Fx.run(stop::fire);
    Fx.settle();
    assertThat(Fx.get(() -> field.getText())).isEqualTo("the next one");
  }

  @Test
  void whatCameOfAnInviteComesIntoView() {
    TextField field = Fx.get(() -> (TextField) stage.getScene().lookup("#peer-address"));
    Node box = Fx.get(() -> stage.getScene().lookup(".connect-box"));
    Node column = Fx.get(() -> stage.getScene().lookup(".scroll-column"));
    Fx.run(field::requestFocus);
    Fx.settle();
    double before = Fx.get(() -> place(box).getHeight());
    Fx.run(
        () -> {
          field.setText("neither an invite nor an address");
          field.fireEvent(new ActionEvent());
        });
    Fx.settle();
    assertThat(Fx.get(() -> place(box).getHeight())).isGreaterThan(before);
    assertThat(Fx.get(() -> place(box).getMaxY()))
        .isLessThanOrEqualTo(Fx.get(() -> place(column).getMaxY()));
  }

  private static Bounds place(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private static Node row(Node within) {
    Node node = within;
    while (!node.getStyleClass().contains("peer-row")) {
      node = node.getParent();
    }
    return node;
  }

  private Button button(String words) {
    return List.copyOf(stage.getScene().getRoot().lookupAll(".button")).stream()
        .filter(node -> words.equals(node.getAccessibleText()))
        .map(Button.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
