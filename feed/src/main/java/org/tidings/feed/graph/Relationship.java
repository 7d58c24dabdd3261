package org.tidings.feed.graph;

/// How we and another feed stand to each other, as both have said it themselves.
public record Relationship(
    boolean following, boolean followsUs, boolean blocking, boolean blocksUs, Hops hops) {

  public boolean isFriend() {
    return following && followsUs;
  }
}
