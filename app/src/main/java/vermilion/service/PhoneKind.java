package vermilion.service;

/// What kind of machine a patient lets in. A closed list, so that nothing of hers is in the clear.
public enum PhoneKind {
  /// A phone by Apple.
  IPHONE("iphone", "iPhone"),
  /// A tablet by Apple.
  IPAD("ipad", "iPad"),
  /// A phone with Android.
  ANDROID_PHONE("android-phone", "Android phone"),
  /// A tablet with Android.
  ANDROID_TABLET("android-tablet", "Android tablet"),
  /// A computer of any make.
  COMPUTER("computer", "Computer"),
  /// It did not say.
  OTHER("other", "Another device");

  private final String id;
  private final String words;

  PhoneKind(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /// The id used in JSON and in the store.
  public String id() {
    return id;
  }

  /// What people call it.
  public String words() {
    return words;
  }

  /// The kind with an id; an unknown one is [#OTHER].
  public static PhoneKind of(String id) {
    for (PhoneKind kind : values()) {
      if (kind.id.equals(id)) {
        return kind;
      }
    }
    return OTHER;
  }
}
