/// Hands what must reach people outside to the servers that carry it: mails over SMTP.
@NullMarked
package vermilion.notify;

import org.jspecify.annotations.NullMarked;
