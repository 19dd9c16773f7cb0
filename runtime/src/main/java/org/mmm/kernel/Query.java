package org.mmm.kernel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.pa.ProcessAction;
import org.mmm.rights.Grounds;

/**
 * What the edge can ask an entity to tell. Nothing here changes anything but {@link Session},
 * {@link EndSession}, {@link InboxAck}, {@link NewPassword}, {@link InSession} and {@link Quiet};
 * and what is asked of the Resolution Service: {@link Peer}, {@link SetPeer}, {@link DropLetter},
 * {@link SendLetters}, {@link Arrive} and {@link Settle}; and {@link Handed}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "query")
@JsonSubTypes({
  @Type(value = Query.ReadItem.class, name = "read-item"),
  @Type(value = Query.Show.class, name = "show"),
  @Type(value = Query.Seat.class, name = "seat"),
  @Type(value = Query.Activity.class, name = "activity"),
  @Type(value = Query.ReadActivity.class, name = "read-activity"),
  @Type(value = Query.ShowActivity.class, name = "show-activity"),
  @Type(value = Query.RightsHeld.class, name = "rights-held"),
  @Type(value = Query.Known.class, name = "known"),
  @Type(value = Query.Profile.class, name = "profile"),
  @Type(value = Query.Lookup.class, name = "lookup"),
  @Type(value = Query.Names.class, name = "names"),
  @Type(value = Query.Inbox.class, name = "inbox"),
  @Type(value = Query.InboxAck.class, name = "inbox-ack"),
  @Type(value = Query.Session.class, name = "session"),
  @Type(value = Query.EndSession.class, name = "end-session"),
  @Type(value = Query.NewPassword.class, name = "new-password"),
  @Type(value = Query.InSession.class, name = "in-session"),
  @Type(value = Query.Quiet.class, name = "quiet"),
  @Type(value = Query.MakeReport.class, name = "make-report"),
  @Type(value = Query.Reports.class, name = "reports"),
  @Type(value = Query.ReportsOf.class, name = "reports-of"),
  @Type(value = Query.CloseReport.class, name = "close-report"),
  @Type(value = Query.Peers.class, name = "peers"),
  @Type(value = Query.Peer.class, name = "peer"),
  @Type(value = Query.SetPeer.class, name = "set-peer"),
  @Type(value = Query.Letters.class, name = "letters"),
  @Type(value = Query.DropLetter.class, name = "drop-letter"),
  @Type(value = Query.SendLetters.class, name = "send-letters"),
  @Type(value = Query.Arrive.class, name = "arrive"),
  @Type(value = Query.Settle.class, name = "settle"),
  @Type(value = Query.Handed.class, name = "handed")
})
public sealed interface Query {
  /**
   * To a Process: show me that Item as far as you may see it. The Process adds its grounds and
   * passes it on as {@link Show}.
   *
   * @param item where the Item lives
   * @param tokenId checked by the Process; null for the operator
   */
  record ReadItem(Address item, @Nullable String tokenId) implements Query {}

  /**
   * To an Item or place: answered with {@link Response.View}; IncID if unborn, InsRights if the
   * reader may not see it.
   *
   * @param reader the Inform sentence by which it is read: its source is the reader
   * @param grounds the reader's May Rights that fit
   * @param operator true: the operator reads everything
   */
  record Show(ProcessAction reader, Grounds grounds, boolean operator) implements Query {}

  /**
   * To a place: complete the view of an Item that stands here by how it stands, and answer.
   *
   * @param item who
   * @param view what the Item told of itself
   */
  record Seat(String item, ObjectNode view) implements Query {}

  /**
   * To a Process, Service or Account entity: its part of the activity log, oldest first.
   *
   * @param after only entries later than this position; 0 for all
   * @param limit at most so many, 1 to 1,000
   * @param waiting true: if there is none, answer when there is one
   */
  record Activity(long after, int limit, boolean waiting, @Nullable String tokenId)
      implements Query {}

  /**
   * To a Process: show me the log of that other Process as far as you may see it. The Process adds
   * its grounds and passes it on as {@link ShowActivity}.
   *
   * @param process whose log
   * @param tokenId checked by the Process that reads
   */
  record ReadActivity(
      Address process, long after, int limit, boolean waiting, @Nullable String tokenId)
      implements Query {}

  /**
   * To a Process, from another one: your part of the activity log. InsRights without a ground that
   * this Process gave. Who waits is woken by an empty page, and asks again: so a Right that was
   * taken meanwhile shows nothing more.
   *
   * @param reader the Inform sentence by which it is read: its source is the reader
   * @param grounds the reader's May Rights that fit
   */
  record ShowActivity(ProcessAction reader, Grounds grounds, long after, int limit, boolean waiting)
      implements Query {}

  /** To a Process: the Rights that it holds. */
  record RightsHeld(@Nullable String tokenId) implements Query {}

  /** To a Process: the IDs of the Items that it got to know, to be filtered by reading each. */
  record Known(@Nullable String tokenId) implements Query {}

  /** To a Process: its type, Account, capabilities. To an Account: its Item. */
  record Profile(@Nullable String tokenId) implements Query {}

  /** To a directory bucket: what these names were claimed for. */
  record Lookup(List<String> names) implements Query {}

  /**
   * To a directory bucket: the names of these data types.
   *
   * @param dataTypes none means all
   */
  record Names(List<String> dataTypes) implements Query {}

  /**
   * To a Process: its unacknowledged messages after that number, at most 1,000; waits if {@code
   * wait} and none is there.
   */
  record Inbox(long after, boolean waiting, @Nullable String tokenId) implements Query {}

  /** To a Process: all up to that number were received. */
  record InboxAck(long upTo, @Nullable String tokenId) implements Query {}

  /** To a Process: from now on this token is valid too. */
  record Session(String tokenId) implements Query {}

  /** To a Process: this token is not valid any more. */
  record EndSession(String tokenId) implements Query {}

  /**
   * To an Account: from now on this password lets the human in. A Clash if the one before is not
   * that which it was checked against.
   *
   * @param before the hash that the Account has; empty if it has none
   * @param hash of the new one
   */
  record NewPassword(String before, String hash) implements Query {}

  /**
   * To the Activity Service's part of a Process: it is in session now. Answered with {@code
   * {Present}}.
   */
  record InSession() implements Query {}

  /**
   * To the Activity Service's part of a Process: its last session ended that long ago. Answered
   * with {@code {Present}}, which is true if the Process has marked itself present since.
   *
   * @param millis for how long it has not been in session
   */
  record Quiet(long millis) implements Query {}

  /**
   * To the list of reports: a Process reports. The same report again is that report.
   *
   * @param report its ID
   * @param by the Process
   * @param account whose personal data the words are
   * @param about the Process or Item that it is about
   * @param at the place; empty: not said
   */
  record MakeReport(String report, String by, String account, String about, String at, String words)
      implements Query {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "MakeReport[" + report + " by " + by + "]";
    }
  }

  /** To that list: those that are open, or those that are closed. */
  record Reports(boolean closed) implements Query {}

  /** To that list: those that a Process has made. */
  record ReportsOf(String process) implements Query {}

  /** To that list: the operator has seen to it. */
  record CloseReport(String report) implements Query {}

  /** To the list of other M-Instances: all that are known. */
  record Peers() implements Query {}

  /** To that list: how does this one stand? Who is new is remembered as pending. */
  record Peer(String peer) implements Query {}

  /**
   * To that list: the operator has decided.
   *
   * @param standing allowed, limited or blocked
   * @param perMinute Process Actions that it may ask a minute; 0: what the settings say
   */
  record SetPeer(String peer, String standing, int perMinute) implements Query {}

  /** To a lane of letters: those that wait. */
  record Letters() implements Query {}

  /** To a lane of letters: undo that one, if it can be. */
  record DropLetter(String message) implements Query {}

  /** To a lane of letters: send those that wait now, whatever pause failures have made. */
  record SendLetters() implements Query {}

  /**
   * To what remembers messages of another M-Instance: this one came. Its signature was verified.
   *
   * @param message its ID
   * @param digest of its body
   * @param nonce of its signature
   * @param nonceUntil when no signature with it is taken any more, epoch milliseconds
   * @param expires when it runs out, epoch milliseconds
   * @param withdraws true: it is not to be begun, if it was not
   * @param never the answer if it is not begun
   */
  record Arrive(
      String message,
      String digest,
      String nonce,
      long nonceUntil,
      long expires,
      boolean withdraws,
      ObjectNode never)
      implements Query {}

  /** To the same: it was answered so. */
  record Settle(String message, ObjectNode answer) implements Query {}

  /**
   * To an Item that has left for another M-Instance: that one has it, by that message. Answered
   * with {@code settled}.
   */
  record Handed(String message) implements Query {}

  /**
   * Whether it may be asked again while it is not known whether it arrived. Who changes a password
   * says the one before, which is another one after it was changed; and a signature counts once.
   */
  default boolean repeatable() {
    return !(this instanceof NewPassword || this instanceof Arrive);
  }
}
