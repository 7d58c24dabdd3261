package org.tidings.feed.log;

import org.tidings.feed.told.Worded;

/// Why a message was not stored, where it is neither the message's own fault nor the disk's.
public enum StoringFault implements Worded {
  NOT_LOOKED_AT("It was not looked at."),
  FEED_DAMAGED("What is stored of this feed is damaged; it is fetched again."),
  NO_MEMORY("There was too little memory to check it."),
  FAILED("It could not be stored.");

  private final String sentence;

  StoringFault(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String key() {
    return "storingFault." + name();
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
