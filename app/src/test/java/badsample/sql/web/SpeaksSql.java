package badsample.sql.web;

import java.sql.Connection;
import org.jspecify.annotations.NullMarked;

/// Speaks SQL outside the store.
@NullMarked
public record SpeaksSql(Connection connection) {}
