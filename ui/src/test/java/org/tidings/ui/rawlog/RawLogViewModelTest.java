package org.tidings.ui.rawlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.Sealing;
import org.tidings.ui.workspace.TestWorkspace;

class RawLogViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private final SomeFeed jonas = SomeFeed.of("Jonas");
  private TestWorkspace test;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    mara.name(mara.id(), "Mara Lindqvist");
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void whatCameLastIsFirstPageByPage() {
    List<Message> posts = IntStream.range(0, 45).mapToObj(i -> mara.post("Post " + i)).toList();
    test.receive(mara);
    RawLogViewModel model = shown(Optional.empty());
    assertThat(model.rows().rows()).hasSize(20);
    assertThat(model.rows().rows().getFirst().id()).isEqualTo(posts.getLast().id());
    model.rows().more();
    screen.until(() -> model.rows().rows().size() == 40);
    model.rows().more();
    screen.until(() -> model.rows().rows().size() == 46);
    assertThat(model.rows().rows())
        .extracting(row -> row.message().sequence().value())
        .isEqualTo(IntStream.range(0, 46).mapToObj(i -> 46L - i).toList());
  }

  @Test
  void aMessageIsShownAsItIsStored() {
    Message post = mara.post("Ahoy");
    test.receive(mara);
    RawRow row = shown(Optional.empty()).rows().rows().getFirst();
    assertThat(row.text()).isEqualTo(new String(post.wire(), UTF_8));
    assertThat(row.by().name()).isEqualTo("Mara Lindqvist");
    assertThat(row.type()).contains("post");
    assertThat(row.beginning()).hasSizeLessThan(row.text().length()).endsWith("…");
  }

  @Test
  void ofAnEncryptedMessageNoTypeIsKnown() {
    Sealing.write(mara, "Psst", test.workspace().self());
    test.receive(mara);
    assertThat(shown(Optional.empty()).rows().rows().getFirst().type()).contains("");
  }

  @Test
  void oneFeedCanBeLookedAtAlone() {
    Message post = mara.post("Ahoy");
    jonas.post("Moin");
    test.receive(mara, jonas);
    RawLogViewModel model = shown(Optional.of(mara.id()));
    assertThat(model.rows().rows()).extracting(row -> row.by().id()).containsOnly(mara.id());
    assertThat(model.rows().rows().getFirst().id()).isEqualTo(post.id());
    screen.until(() -> model.authorProperty().get().isPresent());
    assertThat(model.authorProperty().get().orElseThrow().name()).isEqualTo("Mara Lindqvist");
  }

  @Test
  void whatComesMeanwhileWaitsUntilItIsAskedFor() {
    mara.post("Ahoy");
    test.receive(mara);
    RawLogViewModel model = shown(Optional.empty());
    List<RawRow> before = List.copyOf(model.rows().rows());
    Message newer = mara.post("Ahoy again");
    test.receive(mara);
    screen.until(() -> model.newerProperty().get());
    assertThat(model.rows().rows()).isEqualTo(before);
    model.showNewer();
    screen.until(() -> model.rows().rows().getFirst().id().equals(newer.id()));
    assertThat(model.newerProperty().get()).isFalse();
  }

  private RawLogViewModel shown(Optional<FeedId> feed) {
    RawLogViewModel model = new RawLogViewModel(test.workspace(), feed);
    test.closeFirst(model::close);
    screen.until(() -> model.rows().loadedProperty().get());
    return model;
  }
}
