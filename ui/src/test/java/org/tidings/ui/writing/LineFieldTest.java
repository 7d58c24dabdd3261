package org.tidings.ui.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;
import org.tidings.ui.Person;
import org.tidings.ui.text.EmojiView;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;

@Tag("journey")
class LineFieldTest {
  private static final int LONGEST = 20;

  private final StringProperty text = new SimpleStringProperty("");
  private final AtomicInteger entered = new AtomicInteger();
  private final LineField field =
      Fx.get(() -> new LineField(text, "profile.edit.name", LONGEST, entered::incrementAndGet));
  private final Button next = Fx.get(() -> new Button("Next"));
  private final Stage stage = Fx.get(this::shown);
  private final Person person = new Person(stage);
  private CodeArea area;

  private Stage shown() {
    Stage shown = new Stage();
    shown.setScene(new Scene(new VBox(field, next), 400, 300));
    new Theme(shown.getScene()).show(ThemeChoice.LIGHT, 100);
    shown.show();
    return shown;
  }

  @BeforeEach
  void enter() {
    Fx.settle();
    area = Fx.get(() -> (CodeArea) field.lookup(".code-area"));
    Fx.run(field::enter);
    Fx.settle();
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  private void paste(String words) {
    Fx.run(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(words);
          Clipboard.getSystemClipboard().setContent(content);
        });
    person.press(KeyCode.CONTROL, KeyCode.V);
  }

  private String written() {
    return Fx.get(area::getText);
  }

  @Test
  void emojiArePictures() {
    Fx.run(() -> text.set("Lena 🌊"));
    Fx.settle();
    assertThat(Fx.get(() -> field.lookupAll(".emoji"))).hasOnlyElementsOfType(EmojiView.class);
    assertThat(written()).isEqualTo("Lena 🌊");
  }

  @Test
  void whatStandsThereIsTypedOver() {
    Fx.run(() -> text.set("Lena"));
    Fx.run(field::enter);
    person.type("Helena");
    assertThat(text.get()).isEqualTo("Helena");
  }

  @Test
  void enterDoesWhatTheFieldIsForAndStartsNoLine() {
    person.type("Lena");
    person.press(KeyCode.ENTER);
    assertThat(entered).hasValue(1);
    assertThat(text.get()).isEqualTo("Lena");
  }

  @Test
  void tabLeadsOn() {
    person.type("Lena");
    person.press(KeyCode.TAB);
    assertThat(Fx.get(next::isFocused)).isTrue();
    assertThat(text.get()).isEqualTo("Lena");
  }

  @Test
  void pastedLinesBecomeOne() {
    paste("Lena\nfrom\r\nhere");
    assertThat(text.get()).isEqualTo("Lena from here");
    assertThat(written()).isEqualTo("Lena from here");
  }

  @Test
  void nothingIsTypedPastTheLongest() {
    Fx.run(() -> text.set("x".repeat(LONGEST)));
    Fx.run(() -> area.select(area.getDocumentEnd()));
    person.type("yz");
    assertThat(written()).isEqualTo("x".repeat(LONGEST));
  }

  @Test
  void aScreenReaderIsToldThatItIsAFieldAndItsName() {
    assertThat(area.getAccessibleRole()).isEqualTo(AccessibleRole.TEXT_FIELD);
    assertThat(area.getAccessibleText()).isEqualTo("Name");
  }

  @Test
  void ofWhatIsTooLongToBePastedTheEndIsCutAndWhatStoodThereStays() {
    Fx.run(() -> text.set("from here"));
    Fx.run(() -> area.select(TextPos.ZERO));
    paste("x".repeat(LONGEST));
    assertThat(written()).isEqualTo("x".repeat(LONGEST - 9) + "from here");
  }

  @Test
  void theWordsOfAKeyAreAllSeen() {
    StringProperty key = new SimpleStringProperty("");
    LineField words = Fx.get(() -> new LineField(key, "welcome.restore.label", () -> {}));
    Fx.run(
        () -> {
          words.setStyle("-fx-max-width: 32em;");
          stage.getScene().setRoot(new VBox(words));
        });
    Fx.settle();
    Fx.run(() -> key.set("remember ".repeat(24)));
    Fx.settle();
    assertThat(Fx.get(() -> words.lookup(".scroll-bar:vertical").isVisible())).isFalse();
  }
}
