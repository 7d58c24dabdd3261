package org.tidings.ui.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.Fx;
import org.tidings.ui.Person;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.spelling.DictionaryFile;
import org.tidings.ui.spelling.SomeDictionary;
import org.tidings.ui.spelling.Spelling;
import org.tidings.ui.spelling.SpellingChoice;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;

@Tag("journey")
class SpellingJourneyTest {
  private final StringProperty text = new SimpleStringProperty("");
  private final List<String> learnt = new ArrayList<>();
  private Spelling spelling;
  private Editor editor;
  private Stage stage;
  private Person person;

  @BeforeEach
  void open(@TempDir Path folder) {
    SomeDictionary.write(folder, "en_GB", "boat/S", "the", "left");
    spelling =
        new Spelling(
            new Background(Runnable::run, FxThread::run),
            () -> DictionaryFile.in(List.of(folder)),
            learnt::add);
    spelling.use(SpellingChoice.USUAL, "en");
    editor = Fx.get(() -> new Editor(text, "compose.prompt", 0));
    stage = Fx.get(this::shown);
    person = new Person(stage);
    Fx.run(editor::focusText);
    Fx.settle();
  }

  private Stage shown() {
    editor.check(spelling);
    Stage shown = new Stage();
    shown.setScene(new Scene(new VBox(editor, new Button("Next")), 400, 300));
    new Theme(shown.getScene()).show(ThemeChoice.LIGHT, 100);
    shown.show();
    return shown;
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  private int marks() {
    Fx.settle();
    return Fx.get(() -> editor.lookupAll(".misspelt").size());
  }

  /// Asks by key for what can be done where the caret is.
  private void askAt(int line, int offset) {
    Fx.run(
        () -> {
          CodeArea area = editor.area();
          area.select(TextPos.ofLeading(line, offset));
          Bounds here = area.localToScreen(area.getLayoutBounds());
          area.fireEvent(
              new ContextMenuEvent(
                  ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                  0,
                  0,
                  here.getMinX(),
                  here.getMinY(),
                  true,
                  null));
        });
    Fx.settle();
  }

  @Test
  void aMisspeltWordIsMarkedOnceItIsWritten() {
    person.type("the bota");
    assertThat(marks()).isZero();

    person.type(" left");
    assertThat(marks()).isOne();

    person.press(KeyCode.HOME);
    person.type("teh");
    assertThat(marks()).isOne();
    person.press(KeyCode.TAB);
    assertThat(marks()).isEqualTo(2);
  }

  @Test
  void whatIsInACodeBlockIsNotMarked() {
    Fx.run(() -> text.set("bota\n```\nfro teh\n```\nteh "));

    assertThat(marks()).isEqualTo(2);
  }

  @Test
  void anotherWordTakesItsPlaceAndCanBeTakenBack() {
    Fx.run(() -> text.set("the boatt left"));
    askAt(0, 6);
    person.click("boat");

    assertThat(text.get()).isEqualTo("the boat left");
    assertThat(marks()).isZero();
    person.press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(text.get()).isEqualTo("the boatt left");
  }

  @Test
  void aWordThatIsMeantIsLearnt() {
    Fx.run(() -> text.set("the bota left"));
    askAt(0, 5);
    person.click("Add to my words");
    assertThat(learnt).containsExactly("bota");

    Fx.run(() -> spelling.use(SpellingChoice.USUAL.withWord("bota"), "en"));
    person.eventually("it is right", () -> editor.lookupAll(".misspelt").isEmpty());
  }

  @Test
  void theMenuHasWhatEveryEditorHas() {
    Fx.run(() -> text.set("the boat left"));
    askAt(0, 2);
    person.click("Select all");
    askAtSelection();
    person.click("Cut");
    assertThat(text.get()).isEmpty();

    askAt(0, 0);
    person.click("Paste");
    assertThat(text.get()).isEqualTo("the boat left");
  }

  private void askAtSelection() {
    Fx.run(
        () ->
            editor
                .area()
                .fireEvent(
                    new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true, null)));
    Fx.settle();
  }
}
