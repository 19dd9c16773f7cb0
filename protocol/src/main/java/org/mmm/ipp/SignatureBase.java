package org.mmm.ipp;

import java.util.HashSet;
import java.util.Set;
import org.greenbytes.http.sfv.BooleanItem;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.Parameters;
import org.greenbytes.http.sfv.StringItem;
import org.jspecify.annotations.Nullable;

/** The text that is signed: one line for each component (RFC 9421, section 2.5). */
final class SignatureBase {
  private SignatureBase() {}

  /**
   * @param input the components and parameters, as they stand in Signature-Input
   * @throws SignatureException if a component is not known, is there twice, or is missing
   */
  static String of(HttpParts message, InnerList input) throws SignatureException {
    var base = new StringBuilder();
    Set<String> seen = new HashSet<>();
    for (Item<?> component : input.get()) {
      if (!(component instanceof StringItem name)) {
        throw new SignatureException("a component must be a string: " + component.serialize());
      }
      String identifier = name.serialize();
      if (!seen.add(identifier)) {
        throw new SignatureException("the component " + identifier + " is there twice");
      }
      String value = part(message, name).component(name.get());
      if (value == null) {
        throw new SignatureException("the component " + identifier + " is not in the message");
      }
      if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
        throw new SignatureException("the component " + identifier + " has more than one line");
      }
      base.append(identifier).append(": ").append(value).append('\n');
    }
    return base.append("\"@signature-params\": ").append(input.serialize()).toString();
  }

  /** The message itself; or, of a component that says so, the request that it answers. */
  private static HttpParts part(HttpParts message, StringItem component) throws SignatureException {
    Parameters parameters = component.getParams();
    if (parameters.isEmpty()) return message;
    @Nullable Item<?> req = parameters.get("req");
    HttpParts request = message.request();
    boolean understood =
        parameters.size() == 1 && req instanceof BooleanItem yes && yes.get() && request != null;
    if (!understood || request == null) {
      throw new SignatureException(
          "the component " + component.serialize() + " is not understood here");
    }
    return request;
  }
}
