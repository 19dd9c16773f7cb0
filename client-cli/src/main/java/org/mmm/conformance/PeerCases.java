package org.mmm.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mmm.conformance.PeerSuite.Case;
import org.mmm.conformance.PeerSuite.SkippedException;
import org.mmm.ipp.InstanceId;
import org.mmm.ipp.SigningKey;

/** The rules of an exchange between M-Instances, each with what shows whether it is kept. */
final class PeerCases {
  private static final int SLOW_AT_ONCE = 20;

  private PeerCases() {}

  static List<Case> all() {
    List<Case> all = new ArrayList<>();
    all.addAll(exchanges());
    all.addAll(signatures());
    all.addAll(messages());
    all.addAll(strangers());
    all.addAll(bodies());
    return all;
  }

  private static List<Case> exchanges() {
    return List.of(
        new Case(
            "takes a Message, and signs its answer for that very request",
            suite -> suite.performed(suite.send(suite.saying("Good")))),
        new Case(
            "answers the same when the same comes again",
            suite -> {
              PeerRequest request = suite.saying("Said again");
              PeerAnswer first = suite.send(request);
              String fault = suite.performed(first);
              if (fault != null) return fault;
              return same(first, suite.send(request.nonce(suite.peer().nonce())));
            }),
        new Case(
            "refuses something else under an ID that was used",
            suite -> {
              PeerRequest request = suite.saying("Before the fork");
              String fault = suite.performed(suite.send(request));
              if (fault != null) return fault;
              request.text("After the fork").nonce(suite.peer().nonce());
              return suite.refused(request, 409);
            }),
        new Case(
            "begins nothing that has run out, and says so",
            suite -> {
              PeerRequest late = suite.running("Too late", Instant.now().minusSeconds(5));
              return unable(suite, suite.send(late));
            }),
        new Case(
            "begins nothing that was withdrawn, not even if it comes after all",
            suite -> {
              PeerRequest request = suite.saying("Withdrawn").withdrawing();
              String fault = unable(suite, suite.send(request));
              if (fault != null) return fault;
              request.insisting().nonce(suite.peer().nonce());
              return suite.refused(request, 409);
            }),
        new Case(
            "says what became of what is withdrawn too late",
            suite -> {
              PeerRequest request = suite.saying("Performed before");
              PeerAnswer done = suite.send(request);
              String fault = suite.performed(done);
              if (fault != null) return fault;
              request.withdrawing().nonce(suite.peer().nonce());
              return same(done, suite.send(request));
            }),
        new Case(
            "lets the Process refuse that is asked, and says why",
            suite -> {
              PeerRequest request =
                  suite.saying(
                      suite.peer(), "NoSuchProcess", "Hello", Instant.now().plusSeconds(60));
              return error(suite, suite.send(request), "IncID");
            }));
  }

  private static List<Case> signatures() {
    List<Case> cases = new ArrayList<>();
    cases.add(refused("no signature", PeerRequest::unsigned));
    cases.add(
        new Case(
            "believes no key that is not published",
            suite -> {
              SigningKey own = suite.peer().key();
              suite.peer().signsWithOtherKey();
              try {
                return suite.refused(suite.saying("Other key"), 401);
              } finally {
                suite.peer().signsWith(own);
              }
            }));
    cases.add(refused("another body than was signed", r -> r.digestOf("Something else")));
    for (String component : org.mmm.ipp.Terms.OF_REQUEST) {
      cases.add(refused("a signature that does not cover " + component, r -> r.without(component)));
    }
    cases.add(refused("a signature that ran out", r -> r.created(-300, 30)));
    cases.add(refused("a signature of the future", r -> r.created(300, 30)));
    cases.add(refused("a signature that is good for an hour", r -> r.created(0, 3_600)));
    cases.add(refused("what was signed for something else", r -> r.tag("mmm-ipp-answer")));
    cases.add(refused("what was meant for somebody else", r -> r.signedFor("other.example")));
    cases.add(refused("what was signed for another host", r -> r.signedAt("other.example")));
    cases.add(
        new Case(
            "believes no signature twice",
            suite -> {
              PeerRequest request = suite.saying("Replayed");
              String fault = suite.performed(suite.send(request));
              return fault != null ? fault : suite.refused(request, 401);
            }));
    return cases;
  }

  private static Case refused(String what, UnaryOperator<PeerRequest> wrong) {
    return new Case(
        "believes nobody because of " + what,
        suite -> suite.refused(wrong.apply(suite.saying("Never to be heard")), 401));
  }

  private static List<Case> messages() {
    List<Case> cases = new ArrayList<>();
    cases.add(
        new Case(
            "lets nobody speak for a Process of another M-Instance",
            suite -> suite.refused(from(suite, FaultyPeer.PROCESS + "@other.example"), 400)));
    cases.add(
        new Case(
            "lets nobody speak for a Process of its own",
            suite ->
                suite.refused(
                    from(suite, FaultyPeer.PROCESS + "@" + suite.target().id().name()), 400)));
    cases.add(
        new Case(
            "wants the same ID in the path and in the body",
            suite -> suite.refused(suite.saying("Other ID").at("another"), 400)));
    cases.add(faulty("the ID of who has signed", body -> body.put("MInstanceID", "other.example")));
    cases.add(faulty("one Process Action", body -> body.without("PAIDOrPA")));
    cases.add(faulty("a time at which it runs out", body -> body.put("ExpiryTime", "soon")));
    cases.add(faulty("an edition of the standard", body -> body.put("Edition", "v9")));
    cases.add(
        new Case(
            "speaks no version of the protocol that it does not publish",
            suite -> suite.refused(suite.saying("Old").version("mmm-ipp-0"), 400)));
    cases.add(
        new Case(
            "refuses what is called critical and is not understood",
            suite ->
                suite.refused(
                    suite
                        .saying("Critical")
                        .body(
                            body -> {
                              body.withArray("Critical").add("NeverHeardOf");
                              return body;
                            }),
                    400)));
    cases.add(
        new Case(
            "takes no message that is larger than it says",
            suite -> {
              int most = suite.target().messageBytes();
              if (most <= 0) throw new SkippedException("it does not say how large they may be");
              return suite.refused(suite.saying("Large").padded(most), 413, 400);
            }));
    return cases;
  }

  private static Case faulty(String what, UnaryOperator<ObjectNode> wrong) {
    return new Case(
        "wants " + what + " in an IPP Message",
        suite -> suite.refused(suite.saying("Never to be heard").body(wrong), 400));
  }

  private static List<Case> strangers() {
    return List.of(
        new Case("performs nothing for a stranger", suite -> stranger(suite, one -> {}, 403)),
        new Case(
            "believes no document that is of somebody else",
            suite ->
                stranger(
                    suite,
                    one -> one.publishes(doc -> doc.put("MInstanceID", "other.example")),
                    401,
                    403)),
        new Case(
            "is not led elsewhere for a document",
            suite -> stranger(suite, one -> one.answersDocumentWith(302), 401, 403)),
        new Case(
            "reads no document that has no end",
            suite ->
                stranger(
                    suite,
                    one -> one.publishes(doc -> doc.put("padding", "x".repeat(1_000_000))),
                    401,
                    403)),
        new Case(
            "asks nobody who signs nothing who it is",
            suite -> {
              try (FaultyPeer other = other(suite)) {
                String fault = suite.refused(hello(suite, other).unsigned(), 401, 403);
                if (fault != null) return fault;
                return other.fetched() == 0
                    ? null
                    : "its document was fetched " + other.fetched() + " times";
              }
            }));
  }

  private interface Wrong {
    void make(FaultyPeer stranger);
  }

  private static @Nullable String stranger(PeerSuite suite, Wrong wrong, Integer... statuses)
      throws IOException, InterruptedException {
    try (FaultyPeer other = other(suite)) {
      wrong.make(other);
      return suite.refused(hello(suite, other), statuses);
    }
  }

  /** Another M-Instance, at another port: only on one machine can it be had without more ado. */
  static FaultyPeer other(PeerSuite suite) {
    if (!new InstanceId(suite.peer().id()).isLoopback()) {
      throw new SkippedException("needs a second ID; run it on the machine of the other");
    }
    return new FaultyPeer();
  }

  private static PeerRequest hello(PeerSuite suite, FaultyPeer from) {
    return suite.saying(from, "nobody", "Hello", Instant.now().plusSeconds(60));
  }

  private static List<Case> bodies() {
    return List.of(
        new Case(
            "answers others while " + SLOW_AT_ONCE + " requests come slowly",
            suite -> {
              List<Socket> slow = new ArrayList<>();
              try {
                for (int i = 0; i < SLOW_AT_ONCE; i++) slow.add(half(suite));
                return suite.performed(suite.send(suite.saying("Meanwhile")));
              } finally {
                for (Socket one : slow) one.close();
              }
            }),
        new Case(
            "answers others after " + SLOW_AT_ONCE + " requests ended in the middle",
            suite -> {
              for (int i = 0; i < SLOW_AT_ONCE; i++) half(suite).close();
              return suite.performed(suite.send(suite.saying("Afterwards")));
            }));
  }

  /** A request of which half is sent. */
  private static Socket half(PeerSuite suite) throws IOException {
    var endpoint = suite.resolution();
    boolean plain = endpoint.getScheme().equals("http");
    if (!plain) throw new SkippedException("is looked at over plain HTTP only");
    int port = endpoint.getPort() < 0 ? 80 : endpoint.getPort();
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(endpoint.getHost(), port), 5_000);
    String head =
        "PUT "
            + suite.saying("Half").path()
            + " HTTP/1.1\r\nHost: "
            + endpoint.getRawAuthority()
            + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static @Nullable String same(PeerAnswer first, PeerAnswer second) {
    return first.status() == second.status() && first.body().equals(second.body())
        ? null
        : "first " + PeerSuite.shown(first) + ", then " + PeerSuite.shown(second);
  }

  private static @Nullable String unable(PeerSuite suite, PeerAnswer answer) {
    return error(suite, answer, "Unable");
  }

  private static @Nullable String error(PeerSuite suite, PeerAnswer answer, String reason) {
    String fault = suite.taken(answer);
    if (fault != null) return fault;
    for (JsonNode error : answer.json().findValues("Error")) {
      if (error.asText().equals(reason)) return null;
    }
    return "expected the Error " + reason + ", was " + PeerSuite.shown(answer);
  }

  private static PeerRequest from(PeerSuite suite, String source) {
    String own = FaultyPeer.PROCESS + "@" + suite.peer().id();
    return suite.saying("Of another").replaced(own, source);
  }
}
