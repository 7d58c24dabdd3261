package org.tidings.ui.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NavigatorTest {
  private final Navigator navigator = new Navigator(new Place.Home());

  @Test
  void backLeadsToWhereOneWas() {
    navigator.go(new Place.Peers());
    navigator.go(new Place.Settings());
    navigator.back();
    assertThat(navigator.place()).isEqualTo(new Place.Peers());
  }

  @Test
  void backAtTheBeginningChangesNothing() {
    navigator.back();
    assertThat(navigator.place()).isEqualTo(new Place.Home());
    assertThat(navigator.canGoBackProperty().get()).isFalse();
  }

  @Test
  void goingWhereOneIsAddsNothingToTheWay() {
    navigator.go(new Place.Home());
    assertThat(navigator.canGoBackProperty().get()).isFalse();
  }

  @Test
  void backLeadsPastAPlaceThatWasReplaced() {
    navigator.go(new Place.Compose());
    navigator.replace(new Place.Peers());
    navigator.back();
    assertThat(navigator.place()).isEqualTo(new Place.Home());
    assertThat(navigator.remembers(new Place.Compose())).isFalse();
  }

  @Test
  void whoReturnsFromAPlaceThatIsDoneWithHasNoWayBackToWhereTheyAre() {
    navigator.go(new Place.Peers());
    navigator.go(new Place.Compose());
    navigator.replace(new Place.Peers());
    navigator.back();
    assertThat(navigator.place()).isEqualTo(new Place.Home());
    assertThat(navigator.canGoBackProperty().get()).isFalse();
  }
}
