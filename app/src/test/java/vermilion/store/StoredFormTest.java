package vermilion.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vermilion.service.AuditEntry;
import vermilion.service.AuditRecord;
import vermilion.service.EpisodeEntry;
import vermilion.service.EpisodeRef;
import vermilion.store.EventRow.Owner;
import vermilion.store.EventRow.Place;
import vermilion.store.Head.Chain;
import vermilion.store.Head.Extent;
import vermilion.store.Keyring.KeyRow;

/// The forms in which rows are hashed, guarded and sealed, as first published. The expected values
/// were computed by another program in another language; a change here makes every journal that
/// exists unreadable, so a new form gets a new version in its tag instead.
class StoredFormTest {

  private static final Instant NOON = Instant.parse("2026-03-28T12:00:00Z");
  private static final byte[] PREVIOUS = filled(32, 3);
  private static final String PATIENT = "00000000-0000-0000-0000-000000000001";
  private static final EpisodeRef ADA = new EpisodeRef("northside", "ada-1");
  private static final MasterKey MASTER = new MasterKey(counting());

  private static byte[] counting() {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  private static byte[] filled(int size, int value) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static EventRow row(long seq, UUID event) {
    Place place = new Place(seq, NOON.toEpochMilli());
    return new EventRow(new Owner("northside", "ada-1"), place, event.toString(), "key-1");
  }

  @Test
  void an_event_row_hashes_as_first_published() {
    EventRow row = row(7, new UUID(7, 7));
    assertThat(hex(row.hash(new Sealed(filled(12, 1), filled(20, 2)), PREVIOUS)))
        .isEqualTo("2680d995b5648fd4e412a3bd16da48906b4a422d23cfea2afee1a9d608615184");
  }

  @Test
  void a_register_row_and_an_audit_row_hash_as_first_published() {
    EpisodeEntry entry = new EpisodeEntry(2, ADA, UUID.fromString(PATIENT), NOON);
    assertThat(hex(Register.hash(entry, PREVIOUS)))
        .isEqualTo("8d9314d38d9e983a57fe87405551c6f0ff29dd03742a282044357846ae410469");
    AuditEntry audit = new AuditEntry(NOON, "kay", "read", Optional.of("ada-1"), "all of it");
    assertThat(hex(AuditChain.hash(new AuditRecord("northside", 2, audit), PREVIOUS)))
        .isEqualTo("3fce33e2c679c5e1179f29a9b3f936dbe1004dabbcdc283896c782af9fe4fc94");
  }

  @Test
  void a_master_key_names_itself_and_guards_a_head_as_first_published() {
    Head head =
        new Head(
            Chain.episode("northside", "ada-1"), 7, PREVIOUS, new Extent(NOON.toEpochMilli(), 300));
    assertThat(MASTER.id()).isEqualTo("4f72602575c335d3");
    assertThat(hex(MASTER.mac(head.frame())))
        .isEqualTo("813f99854adc5a8d28ff834fd03ec00e433e5c7b6e90a5ec46e9cab2f2c71ce3");
  }

  @Test
  void a_body_sealed_elsewhere_opens_here_and_in_no_other_row() {
    DataKey key = new DataKey("key-1", counting());
    byte[] ciphertext = HexFormat.of().parseHex("07a28c5b48bc2b2df431378d11e0b1e8f40d8227f5ae");
    Sealed sealed = new Sealed(filled(12, 1), ciphertext);
    EventRow row = row(7, new UUID(7, 7));
    byte[] plain = key.open(row.bound(), sealed).orElseThrow();
    assertThat(new String(plain, StandardCharsets.UTF_8)).isEqualTo("pain 9");
    assertThat(key.open(row(7, new UUID(7, 8)).bound(), sealed)).as("another event id").isEmpty();
    assertThat(key.open(row(8, new UUID(7, 7)).bound(), sealed)).as("another place").isEmpty();
    assertThat(key.fingerprint("pain 9".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("5e38bbd18c69ac945996ba557b272a8c7ef5c8d3a43456e12d0dde5c27f7e7e5");
  }

  @Test
  void a_key_wrapped_elsewhere_unwraps_here_for_its_owner_alone() {
    byte[] wrapped =
        HexFormat.of()
            .parseHex(
                "010101010101010101010101771af301c7e435dc7d0d7d5af92e785e435fd95a01513e6a049f322c"
                    + "7755b12ba3eb296f066a75a0b0241bfad6f7d511");
    KeyRow owner = new KeyRow("northside", PATIENT, "key-1", MASTER.id());
    KeyRow other = new KeyRow("southside", PATIENT, "key-1", MASTER.id());
    assertThat(MASTER.unwrap(wrapped, owner.owner()).orElseThrow()).isEqualTo(counting());
    assertThat(MASTER.unwrap(wrapped, other.owner())).isEmpty();
    assertThat(MASTER.unwrap(new byte[3], owner.owner())).isEmpty();
    assertThat(MASTER.unwrap(MASTER.wrap(PREVIOUS, owner.owner()), owner.owner()).orElseThrow())
        .isEqualTo(PREVIOUS);
  }

  @Test
  void fields_that_share_their_bytes_in_another_cut_have_another_form() {
    assertThat(Frame.of("t").text("ab").text("c").toArray())
        .isNotEqualTo(Frame.of("t").text("a").text("bc").toArray());
    assertThat(Frame.of("t").text("").toArray()).isNotEqualTo(Frame.of("t").absent().toArray());
    assertThat(Frame.of("t").text("a").toArray())
        .isNotEqualTo(Frame.of("t").bytes(new byte[] {'a'}).toArray());
  }
}
