@doc-2.2
Feature: Tills of a shop, scheme r1
  Before anything is sold, the shop picks a trade point and registers its till there.

  @doc-2.2.2 @row:r1_partner_tradepoints @code:0 @needs:world
  Scenario: The shop sees its trade points by their names
    Given a shop under scheme r1
    Then the trade points include 1 "Магазин 1 (Ауэзова, 65)"
    And the trade points include 2 "Магазин 2 (Жарокова, 48)"

  @doc-2.2.2 @row:r1_partner_tradepoints @code:-14000002 @needs:switches
  Scenario: A shop without trade points is told to open one in the bank's app
    Given a shop under scheme r1
    And the organisation has no trade points
    When the shop asks for its trade points
    Then the bank refuses with code -14000002

  @doc-2.2.3 @row:r1_device_register @code:0
  Scenario: Registering a till twice gives the same till
    Given a shop under scheme r1
    When the shop registers till "GFC-456397" at trade point 12
    Then the bank agrees
    And registering till "GFC-456397" at trade point 12 again gives the same till

  @doc-2.2.3 @row:r1_device_register @code:-1503
  Scenario: A till cannot stand in two trade points
    Given a shop under scheme r1
    When the shop registers till "GFC-456397" at trade point 1
    Then the bank agrees
    When the shop registers till "GFC-456397" at trade point 2
    Then the bank refuses with code -1503

  @doc-2.2.4 @row:r1_device_delete @code:0 @code:-1502
  Scenario: A removed till sells nothing more
    Given a till at trade point 1 under scheme r1
    When the shop removes the till
    Then the bank agrees
    When the cashier shows a QR code for 200 tenge
    Then the bank refuses with code -1502

  @doc-2.2.4 @row:r1_device_delete @code:-1501 @needs:world
  Scenario: A till is removed once
    Given a till at trade point 1 under scheme r1
    When the shop removes the till
    Then the bank agrees
    When the shop removes the till
    Then the bank refuses with code -1501
