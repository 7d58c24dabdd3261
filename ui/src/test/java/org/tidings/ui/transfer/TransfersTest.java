package org.tidings.ui.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class TransfersTest {
  private final FakeScreen screen = new FakeScreen();
  private final List<Runnable> work = new ArrayList<>();
  private final SomeFeed mara = SomeFeed.of("Mara");
  @TempDir private Path folder;
  private TestWorkspace test;
  private Transfers model;

  @BeforeEach
  void open() {
    test = new TestWorkspace(folder.resolve("we"), work::add, screen);
    model = test.workspace().transfers();
    for (int post = 0; post < 1_200; post++) {
      mara.post("low water, " + post);
    }
  }

  @AfterEach
  void close() {
    Texts.speak(Language.ENGLISH);
    test.close();
  }

  @Test
  void whatIsSavedIsTakenInElsewhere() throws IOException {
    test.receive(mara);
    test.dialogs().saveIn(folder);
    model.save();
    assertThat(words()).containsExactly("1,200 messages are in tidings-messages.ndjson now.");

    try (TestWorkspace friend = new TestWorkspace(folder.resolve("friend"), work::add, screen)) {
      friend.dialogs().pick(folder.resolve("tidings-messages.ndjson"));
      model = friend.workspace().transfers();
      model.takeIn();
      assertThat(words())
          .containsExactly("1,200 messages from tidings-messages.ndjson are new here.");
      assertThat(friend.workspace().feeds().log().count()).isEqualTo(1_200);
      model.takeIn();
      assertThat(words())
          .containsExactly(
              "Nothing in tidings-messages.ndjson was new here.", "1,200 were here already.");
      model.dismiss();
      assertThat(model.nowProperty().get()).isEqualTo(new Transfer.None());
    }
  }

  @Test
  void howFarItIsIsToldWhileItIsUnderWay() throws IOException {
    test.dialogs().pick(file("mara.ndjson", mara.values()));
    List<Double> shares = new ArrayList<>();
    model
        .nowProperty()
        .subscribe(
            now -> {
              if (now instanceof Transfer.UnderWay(String words, double share)) {
                assertThat(words).isEqualTo("Taking in messages from mara.ndjson …");
                shares.add(share);
              }
            });
    model.takeIn();
    assertThat(shares).containsExactly(0.0);
    work.removeFirst().run();
    screen.until(() -> shares.size() > 1);
    assertThat(shares.getLast()).isPositive();
  }

  @Test
  void whoeverStopsTakingInKeepsWhatWasTakenInAndIsToldSo() throws IOException {
    test.dialogs().pick(file("mara.ndjson", mara.values()));
    model.takeIn();
    model.stop();
    assertThat(words())
        .last()
        .isEqualTo(
            "It was stopped. What was taken in until then stays. The file can be taken in again.");
    assertThat(done().wrong()).isFalse();
    assertThat(test.workspace().feeds().log().count()).isPositive().isLessThan(1_200);
  }

  @Test
  void whoeverStopsSavingHasTheFileAsItWasAndNoOtherBesideIt() throws IOException {
    test.receive(mara);
    Path old = Files.writeString(folder.resolve("tidings-messages.ndjson"), "old");
    test.dialogs().saveIn(folder);
    model.save();
    model.stop();
    assertThat(words()).singleElement().asString().startsWith("Saving to tidings-messages.ndjson");
    assertThat(old).hasContent("old");
    assertThat(beside()).containsExactlyInAnyOrder("we", "tidings-messages.ndjson");
  }

  @Test
  void ofTwoFilesOneHasToWait() {
    test.receive(mara);
    test.dialogs().saveIn(folder);
    model.save();
    test.dialogs().saveIn(folder.resolve("elsewhere"));
    model.save();
    model.takeIn();
    assertThat(test.dialogs().saved()).hasSize(1);
    assertThat(test.workspace().notices().saidProperty().get()).isPresent();
  }

  @Test
  void whatIsNoMessageIsCountedByTheReasonMostFirst() throws IOException {
    List<byte[]> lines = new ArrayList<>(List.of(bytes("eggs"), bytes("{}")));
    lines.add(bytes("milk"));
    lines.addAll(mara.values().subList(0, 2));
    test.dialogs().pick(file("notes.ndjson", lines));
    model.takeIn();
    assertThat(words()).first().isEqualTo("2 messages from notes.ndjson are new here.");
    assertThat(words().get(1)).isEqualTo("2 lines were not taken in: not JSON.");
    assertThat(words().get(2)).startsWith("1 line was not taken in: ");
  }

  @Test
  void aFileWithoutAnyMessageIsToldAsWrong() throws IOException {
    test.dialogs().pick(file("notes.txt", List.of(bytes("eggs"))));
    model.takeIn();
    assertThat(words()).first().asString().startsWith("Nothing was taken in from notes.txt");
    assertThat(done().wrong()).isTrue();
  }

  @Test
  void aFileInAnotherFormIsToldInTheLanguageOfTheWindow() throws IOException {
    Texts.speak(Language.GERMAN);
    test.dialogs().pick(Files.write(folder.resolve("a"), new byte[] {(byte) 0xff, (byte) 0xfe, 9}));
    model.takeIn();
    assertThat(problem().sentence()).startsWith("Die Datei ist in UTF-16");
    assertThat(model.nowProperty().get()).isEqualTo(new Transfer.None());
  }

  @Test
  void aFileThatCannotBeReadIsTold() {
    test.dialogs().pick(folder.resolve("gone.ndjson"));
    model.takeIn();
    assertThat(problem().sentence()).contains("gone.ndjson", "cannot be read");
  }

  @Test
  void aFileWithMoreOfOurOwnPostsIsNotReplaced() throws IOException {
    SomeFeed we = SomeFeed.of(test.workspace().feeds().identity().keys());
    we.post("only in that file");
    test.dialogs().saveIn(folder);
    Path old = file("tidings-messages.ndjson", we.values());
    model.save();
    assertThat(problem().sentence()).contains("was left as it is");
    assertThat(old).isNotEmptyFile();
  }

  @Test
  void whatIsNamedOtherwiseIsNotReplaced() throws IOException {
    test.receive(mara);
    Path secret = Files.writeString(folder.resolve("secret.ndjson"), "precious");
    test.dialogs().saveAs(folder.resolve("secret"));
    model.save();
    assertThat(problem().sentence()).isEqualTo("There is a file " + secret + " already.");
    assertThat(secret).hasContent("precious");
  }

  private List<String> words() {
    return done().words();
  }

  /// Lets whatever was begun be done.
  private Transfer.Done done() {
    while (!work.isEmpty()) {
      work.removeFirst().run();
    }
    screen.until(() -> model.nowProperty().get() instanceof Transfer.Done);
    return (Transfer.Done) model.nowProperty().get();
  }

  private Problem problem() {
    while (!work.isEmpty()) {
      work.removeFirst().run();
    }
    screen.until(() -> test.workspace().notices().problemProperty().get().isPresent());
    return test.workspace().notices().problemProperty().get().orElseThrow();
  }

  private Path file(String name, List<byte[]> lines) throws IOException {
    return Files.write(
        folder.resolve(name),
        lines.stream().map(line -> new String(line, StandardCharsets.UTF_8)).toList());
  }

  private List<String> beside() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  private static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }
}
