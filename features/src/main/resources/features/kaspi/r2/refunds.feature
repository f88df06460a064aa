@doc-3.4
Feature: Money back with the customer present, scheme r2

  @doc-3.4.1 @doc-3.4.2 @doc-3.4.4 @doc-3.4.5 @row:r2_return_create @row:r2_return_status @row:r2_payment_details @row:r2_payment_return @code:0 @needs:phone @needs:hooks
  Scenario: The customer scans the return code and gets a part of the money back
    Given a till at trade point 1 under scheme r2
    And a purchase of 200 tenge is paid
    Then of 200 tenge 200 can still be refunded
    When the cashier asks for a return code
    Then the return code is not scanned yet
    When the customer scans the return code
    Then the return code is scanned by the customer
    When the cashier refunds 50.50 tenge
    Then the bank agrees
    And of 200 tenge 149.50 can still be refunded
    And the purchase is paid

  @doc-3.4.5 @row:r2_payment_return @code:0 @code:-99000005 @needs:phone @needs:hooks
  Scenario: Several refunds add up to the purchase and never to more
    Given a till at trade point 1 under scheme r2
    And a purchase of 200 tenge is paid
    And the cashier asks for a return code
    And the customer scans the return code
    When the cashier refunds 150 tenge
    Then the bank agrees
    When the cashier asks for a return code
    And the customer scans the return code
    And the cashier refunds 50.01 tenge
    Then the bank refuses with code -99000005
    And of 200 tenge 50 can still be refunded
    When the cashier refunds 50 tenge
    Then the bank agrees
    And of 200 tenge 0 can still be refunded

  @doc-3.4.5 @row:r2_payment_return @code:0 @code:-1601 @needs:phone @needs:hooks @needs:world
  Scenario: A return code serves one refund
    Given a till at trade point 1 under scheme r2
    And a purchase of 200 tenge is paid
    And the cashier asks for a return code
    And the customer scans the return code
    When the cashier refunds 50 tenge
    Then the bank agrees
    And the return code is scanned by the customer
    When the cashier refunds 50 tenge
    Then the bank refuses with code -1601
    And of 200 tenge 150 can still be refunded

  @doc-3.4.3 @row:r2_return_operations @code:0 @needs:phone @needs:hooks
  Scenario: The cashier finds the purchase among the customer's last ones
    Given a till at trade point 1 under scheme r2
    And a purchase of 100 tenge is paid
    And a purchase of 200 tenge is paid
    When the cashier asks for a return code
    And the customer scans the return code
    Then the bank shows 2 purchases of the customer, the last one first
    And asked for one purchase the bank shows one

  @doc-3.4.2 @row:r2_return_status @needs:clock
  Scenario: A return code that nobody scans dies after three minutes, and not before
    Given a till at trade point 1 under scheme r2
    When the cashier asks for a return code
    And 179 s pass
    Then the return code is not scanned yet
    When 2 s pass
    Then the return code is expired

  @doc-3.4.5 @row:r2_payment_return @code:0 @needs:phone @needs:hooks @needs:faults
  Scenario: The answer to a refund is lost: the books tell that the money is back
    Given a till at trade point 1 under scheme r2
    And a purchase of 200 tenge is paid
    And the cashier asks for a return code
    And the customer scans the return code
    And the answer to "r2 payment return" is lost after it was carried out
    When the cashier refunds 100 tenge
    Then of 200 tenge 100 can still be refunded
