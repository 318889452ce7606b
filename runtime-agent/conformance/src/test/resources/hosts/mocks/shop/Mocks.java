package shop;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import org.mockito.MockedStatic;

/** Mocks the clerk, whose class is final, and prints what that answers. */
public final class Mocks {
  public static void main(String[] arguments) throws Exception {
    Clerk mock = mock(Clerk.class);
    when(mock.pay(any())).thenReturn("a stub");
    System.out.println("mocked=" + mock.pay("cash") + " after " + mock.attempts);

    Clerk spy = spy(new Clerk());
    System.out.println("spied=" + spy.pay("cash") + " after " + spy.attempts);
    System.out.println("spiedLocked=" + spy.locked("cash") + " after " + spy.lockedAttempts);
    doReturn("a stub").when(spy).pay("card");
    System.out.println("stubbed=" + spy.pay("card") + " after " + spy.attempts);

    try (MockedStatic<Clerk> stubs = mockStatic(Clerk.class)) {
      stubs.when(() -> Clerk.ofAll("cash")).thenReturn("a stub");
      System.out.println("static=" + Clerk.ofAll("cash") + " after " + Clerk.staticAttempts);
    }
    try (MockedStatic<Clerk> stubs = mockStatic(Clerk.class, CALLS_REAL_METHODS)) {
      System.out.println("real=" + Clerk.ofAll("cash") + " after " + Clerk.staticAttempts);
    }
    Clerk.staticAttempts = 0;
    Work.main(arguments);
  }
}
