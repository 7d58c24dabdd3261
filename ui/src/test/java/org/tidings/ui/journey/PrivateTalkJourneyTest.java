package org.tidings.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidings.feed.content.About;
import org.tidings.feed.content.Contact;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.replication.interop.NpmPeer;
import org.tidings.replication.interop.RequiresNpmPeers;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.shell.WindowStart;
import org.tidings.ui.workspace.TestWorkspace;

/// A private conversation with somebody who uses one of the existing programs.
@Tag("journey")
@RequiresNpmPeers
@Timeout(120)
class PrivateTalkJourneyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String QUESTION = "Is the tide with us ✉";
  private static final String ANSWER = "Not before six ⚓";

  @TempDir private Path folder;
  private TestWorkspace test;
  private OpenWindow window;

  @BeforeEach
  void openWindow() throws Exception {
    test = new TestWorkspace(folder, FxThread::run);
    test.goOnline();
    window =
        new OpenWindow(
            test.workspace().environment(), new WindowStart.Ready(test.workspace().services()));
  }

  @AfterEach
  void close() {
    window.close();
    test.close();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenHereIsReadThereAndAnswered(NpmPeer.Kind kind) throws Exception {
    try (NpmPeer mara = NpmPeer.start(kind)) {
      meet(mara);
      window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
      window.type("lindq");
      window.reads("Add Mara Lindqvist");
      window.press(KeyCode.ENTER);
      window.reads("1 of 6 people");
      window.press(KeyCode.ENTER);
      window.reads("Only you and Mara Lindqvist can read this.");
      window.type(QUESTION);
      window.press(KeyCode.CONTROL, KeyCode.ENTER);
      window.reads("Posting in");
      Fx.run(() -> test.pass(Duration.ofSeconds(10)));
      String question = awaitQuestion(mara);

      window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
      // Her clock is ahead of this one: what comes at once from the future is placed low.
      Fx.run(() -> test.pass(Duration.ofMinutes(2)));
      answer(mara, question);
      window.reads("Private, 1 new");
      window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
      window.reads("1 unread, Mara Lindqvist: " + ANSWER);
      window.press(KeyCode.DOWN);
      window.press(KeyCode.ENTER);
      window.reads(QUESTION);
      window.reads(ANSWER);
      window.reads("Private, nothing new");
    }
  }

  private void meet(NpmPeer mara) throws Exception {
    var publisher = test.workspace().feeds().publisher();
    publisher.publish(Contact.follow(mara.id()).toJson());
    mara.tell("follow", "id", test.workspace().self().toString());
    mara.tell(
        "publish", JsonObject.of("content", About.name(mara.id(), "Mara Lindqvist").toJson()));
    mara.tell("connect", "address", test.workspace().replication().address().toString());
    await()
        .atMost(PATIENCE)
        .until(() -> test.workspace().feeds().profiles().byline(mara.id()).name().startsWith("M"));
  }

  /// Waits until she has read it, and only she can have.
  ///
  /// @return its id
  private String awaitQuestion(NpmPeer mara) {
    await().atMost(PATIENCE).until(() -> privately(mara).size() == 1);
    JsonObject message = privately(mara).getFirst();
    assertThat(message.string("author")).hasValue(test.workspace().self().toString());
    assertThat(message.object("content").orElseThrow().string("text")).hasValue(QUESTION);
    return message.string("key").orElseThrow();
  }

  private static List<JsonObject> privately(NpmPeer mara) {
    try {
      return ((JsonArray) mara.tell("readPrivate"))
          .items().stream().flatMap(message -> message.asObject().stream()).toList();
    } catch (Exception e) {
      throw new AssertionError(mara.said(), e);
    }
  }

  private void answer(NpmPeer mara, String question) throws Exception {
    JsonObject post =
        JsonObject.builder()
            .put("type", "post")
            .put("text", ANSWER)
            .put("root", question)
            .put("branch", question)
            .build();
    Json readers =
        new JsonArray(
            List.of(Json.of(mara.id().toString()), Json.of(test.workspace().self().toString())));
    mara.tell(
        "publishPrivate", JsonObject.builder().put("content", post).put("recps", readers).build());
  }
}
