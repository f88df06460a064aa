@doc-4.4 @doc-4.5
Feature: Money back without the customer, scheme r3

  @doc-4.4 @doc-4.5 @row:r3_payment_details @row:r3_payment_return @code:0 @needs:hooks
  Scenario: A part of the money is back, and less can be refunded now
    Given a till at trade point 1 under scheme r3
    And a purchase of 1000 tenge is paid
    When the cashier refunds 250 tenge
    Then the bank agrees
    And of 1000 tenge 750 can still be refunded
    And the purchase is paid

  @doc-4.5 @row:r3_payment_return @code:0 @needs:hooks
  Scenario: Another till of the same trade point may refund
    Given a till at trade point 1 under scheme r3
    And a purchase of 1000 tenge is paid
    And another till at trade point 1
    When the cashier refunds 1000 tenge
    Then the bank agrees
    And of 1000 tenge 0 can still be refunded

  @doc-4.5 @row:r3_payment_return @code:-99000005 @needs:hooks
  Scenario: No more can be refunded than was paid
    Given a till at trade point 1 under scheme r3
    And a purchase of 1000 tenge is paid
    When the cashier refunds 1000.01 tenge
    Then the bank refuses with code -99000005
    And of 1000 tenge 1000 can still be refunded

  @doc-4.5 @row:r3_payment_return @code:0 @needs:hooks @needs:faults
  Scenario: The answer to a refund is lost: the books tell that the money is back
    Given a till at trade point 1 under scheme r3
    And a purchase of 1000 tenge is paid
    And the answer to "r3 payment return" is lost after it was carried out
    When the cashier refunds 400 tenge
    Then of 1000 tenge 600 can still be refunded

  @doc-4.2.2 @row:r3_partner_tradepoints @row:r3_device_register @row:r3_qr_create @code:0 @needs:world
  Scenario: One certificate sells for several organisations
    Given a shop under scheme r3
    And the organisation with BIN "990340000013"
    And a till at trade point 101 under scheme r3
    When the cashier shows a QR code for 200 tenge
    Then the purchase is waiting for the scan

  @doc-4.3.1 @row:r3_qr_create @code:-1501 @needs:world
  Scenario: A till sells for its own organisation only
    Given a till at trade point 1 under scheme r3
    And the organisation with BIN "990340000013"
    When the cashier shows a QR code for 200 tenge
    Then the bank refuses with code -1501

  @doc-4.2.2 @row:r3_partner_tradepoints @code:-14000002 @needs:world
  Scenario: An organisation that has not opened a trade point
    Given a shop under scheme r3
    And the organisation with BIN "990340000024"
    When the shop asks for its trade points
    Then the bank refuses with code -14000002

  @doc-1.3.3 @needs:switches @needs:wire
  Scenario: The bank admits only the addresses that it was told
    Given a shop under scheme r3
    And the bank admits the shop from address "127.0.0.9" only
    When the till opens "/r3/v01/health/ping"
    Then the HTTP status is 403

  @doc-4.4 @row:r3_payment_details @code:-1601 @needs:hooks @needs:world
  Scenario: A till sees the purchases of its own organisation only
    Given a till at trade point 1 under scheme r3
    And a purchase of 1000 tenge is paid
    And the organisation with BIN "990340000013"
    And another till at trade point 101
    When the cashier asks for the purchase's details
    Then the bank refuses with code -1601
