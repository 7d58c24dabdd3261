package org.tidings.ui.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.tidings.ui.Fx;
import org.tidings.ui.PulseWatch;
import org.tidings.ui.control.RowList;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.theme.ThemeChoice;

/// How long the JavaFX thread is held up by texts as long as a message may be, made so that they
/// take as long as they can: the processor's time from one pulse to the next, the longest of all
/// from showing the text until it is whole. Once cold, then warm.
class LongTextBench {
  private static final int LETTERS = 7_800;

  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("plain", filled("Nine days in harbour without any network, and I wrote. "));
    texts.put("paragraphs", filled("Nine days in harbour.\n\n"));
    texts.put("emoji", filled("⛵🌊🐚🚴🌸🏰🌱🎉"));
    texts.put("emoji of all sheets", emoji());
    texts.put("words and emoji", filled("Nine days ⛵ in harbour 🌊 and "));
    texts.put("Arabic", filled("صباح الخير ترجمت اليوم قصيدة قصيرة عن البحر "));
    texts.put("Thai", filled("ภาษาไทยไม่มีช่องว่าง"));
    texts.put("Japanese", filled("今日は川沿いを自転車で走った。風が強くて、"));
    texts.put("lines", filled("a\n"));
    texts.put("list", filled("- a\n"));
    texts.put("quotes", filled("> > > > > > a\n\n"));
    texts.put("channels", filled("#a #b "));
    texts.put("bold", filled("**a** b "));
    texts.put("code", "```\n" + filled("int x = 1;\n") + "\n```");
    texts.put("brackets", filled("["));
    texts.put("stars", filled("*a _b "));
    texts.put("headings", filled("# a\n"));
    return texts;
  }

  private static String filled(String with) {
    return with.repeat(LETTERS / with.length());
  }

  private static String emoji() {
    StringBuilder all = new StringBuilder();
    for (int c = 0x1f300; c < 0x1f9ff && all.length() < LETTERS; c++) {
      if (Character.isExtendedPictographic(c)) {
        all.appendCodePoint(c).append(' ');
      }
    }
    return all.toString();
  }

  @Test
  void aLongText() {
    for (int round = 0; round < 3; round++) {
      System.out.printf("round %d%n", round);
      texts().forEach(LongTextBench::show);
    }
  }

  private static void show(String name, String text) {
    RowList<String> list = Fx.get(() -> new RowList<>(LongTextBench::row));
    Stage stage = Fx.get(() -> window(list));
    Fx.run(() -> list.getItems().setAll("Nothing yet."));
    Fx.settle();
    PulseWatch watch = PulseWatch.over(() -> list.getItems().setAll(text));
    System.out.printf(
        "  %-20s longest %6.1f ms of %6.1f, whole after %6.0f%n",
        name, watch.longestMs(), watch.allMs(), watch.untilQuietMs());
    Fx.run(stage::close);
  }

  private static Stage window(RowList<String> list) {
    Stage stage = new Stage();
    Scene scene = new Scene(list, 900, 800);
    new Theme(scene).show(ThemeChoice.LIGHT, 100);
    stage.setScene(scene);
    stage.show();
    return stage;
  }

  private static Region row(String text) {
    return new MarkdownView(text, new NoSetting());
  }
}
