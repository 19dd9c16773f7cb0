package org.mmm.edge;

/**
 * What a good token says.
 *
 * @param process whose it is
 * @param id by which the Process knows it
 * @param expiry when it ends, epoch milliseconds
 */
record Token(String process, String id, long expiry) {
  @Override
  public String toString() {
    return "Token[" + process + "]"; // the ID stays out of logs
  }
}
