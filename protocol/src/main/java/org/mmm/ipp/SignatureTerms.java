package org.mmm.ipp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenbytes.http.sfv.BooleanItem;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.Parameters;
import org.greenbytes.http.sfv.StringItem;
import org.jspecify.annotations.Nullable;

/**
 * Under what terms a message is signed (RFC 9421, section 2.3).
 *
 * @param components what is signed: names; those that end with {@code ;req} are of the request that
 *     is answered
 * @param created seconds since 1970
 * @param expires seconds since 1970
 * @param nonce never the same twice of one key
 * @param keyId which key of the signer
 * @param tag for what it is signed
 */
public record SignatureTerms(
    List<String> components, long created, long expires, String nonce, String keyId, String tag) {
  public static final String ALGORITHM = "ed25519";
  private static final String REQ = ";req";

  public SignatureTerms {
    components = List.copyOf(components);
  }

  /** As they stand in Signature-Input. */
  public InnerList input() {
    List<Item<?>> items = new ArrayList<>();
    for (String name : components) items.add(component(name));
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("created", created);
    parameters.put("expires", expires);
    parameters.put("nonce", nonce);
    parameters.put("alg", ALGORITHM);
    parameters.put("keyid", keyId);
    parameters.put("tag", tag);
    return InnerList.valueOf(items).withParams(Parameters.valueOf(parameters));
  }

  /**
   * @throws SignatureException if a parameter is missing, or the algorithm is another
   */
  public static SignatureTerms of(InnerList input) throws SignatureException {
    Parameters parameters = input.getParams();
    List<String> components = new ArrayList<>();
    for (Item<?> item : input.get()) {
      if (!(item instanceof StringItem name)) {
        throw new SignatureException("a component must be a string: " + item.serialize());
      }
      boolean req = name.getParams().containsKey("req");
      components.add(req ? name.get() + REQ : name.get());
    }
    @Nullable Item<?> algorithm = parameters.get("alg");
    if (algorithm != null && !ALGORITHM.equals(algorithm.get())) {
      throw new SignatureException(
          "the algorithm must be " + ALGORITHM + ", was " + algorithm.serialize());
    }
    return new SignatureTerms(
        components,
        number(parameters, "created"),
        number(parameters, "expires"),
        text(parameters, "nonce"),
        text(parameters, "keyid"),
        text(parameters, "tag"));
  }

  private static StringItem component(String name) {
    if (!name.endsWith(REQ)) return StringItem.valueOf(name);
    String plain = name.substring(0, name.length() - REQ.length());
    return StringItem.valueOf(plain)
        .withParams(Parameters.valueOf(Map.of("req", BooleanItem.valueOf(true))));
  }

  private static long number(Parameters parameters, String name) throws SignatureException {
    @Nullable Item<?> value = parameters.get(name);
    if (value instanceof IntegerItem number) return number.get();
    throw new SignatureException("the parameter " + name + " of the signature must be an integer");
  }

  private static String text(Parameters parameters, String name) throws SignatureException {
    @Nullable Item<?> value = parameters.get(name);
    if (value instanceof StringItem text && !text.get().isEmpty()) return text.get();
    throw new SignatureException("the parameter " + name + " of the signature must be a string");
  }
}
