package org.tidings.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.ref.BlobId;
import org.tidings.replication.blob.BlobStatus;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Focus;
import org.tidings.ui.workspace.TestWorkspace;

class LightboxPaneTest {
  private TestWorkspace test;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, FxThread::run);
  }

  @AfterEach
  void close() {
    Texts.speak(Language.ENGLISH);
    test.close();
  }

  private static LightboxPane opened(Album album) {
    LightboxPane pane = new LightboxPane(album);
    new Scene(pane);
    Embedded picture = Embedded.of(BlobLink.to(BlobId.of(new byte[32])), "the wreck");
    album.lightbox().open(List.of(picture, picture, picture), 1);
    return pane;
  }

  private static void press(LightboxPane pane, KeyCode key) {
    pane.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }

  private int after(KeyCode key) {
    return Fx.get(
        () -> {
          Album album = test.workspace().album();
          LightboxPane pane = opened(album);
          press(pane, key);
          return album.lightbox().lookProperty().get().orElseThrow().at();
        });
  }

  @Test
  void theKeyboardComesToAskingForAMissingPictureAgain() {
    boolean comes =
        Fx.get(
            () -> {
              LightboxPane pane = opened(test.workspace().album());
              ZoomPane zoom = (ZoomPane) pane.lookup(".zoom-pane");
              zoom.requestFocus();
              zoom.show(new PictureState.Missing(new BlobStatus.NobodyHasIt(1)));
              int tabs = pane.lookupAll(".button").size();
              return IntStream.range(0, tabs)
                  .anyMatch(
                      tab -> {
                        press(pane, KeyCode.TAB);
                        return Focus.isIn(zoom);
                      });
            });
    assertThat(comes).isTrue();
  }

  @Test
  void arrowsGoTheWayTheLanguageIsRead() {
    Texts.speak(Language.ENGLISH);
    assertThat(after(KeyCode.LEFT)).isZero();
    assertThat(after(KeyCode.RIGHT)).isEqualTo(2);
    Texts.speak(Language.ARABIC);
    assertThat(after(KeyCode.LEFT)).isEqualTo(2);
    assertThat(after(KeyCode.RIGHT)).isZero();
    assertThat(after(KeyCode.PAGE_UP)).isZero();
  }
}
